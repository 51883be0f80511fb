// Where a person asks Samverk something in their own words, and gets the answer beneath.
import { renderPage } from '../../page/layout.tsx';
import { textsIn } from '../../text/texts.ts';
import { ActForm } from './act-form.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { RoomPage } from './room-frame.tsx';
import { listPrompts, readInbox } from './room-inbox.ts';
import { toShowing, type Visit } from './room-visit.ts';

export async function renderAsk(visit: Visit): Promise<string> {
  const { outcome } = visit;
  const promptIds = outcome?.answer.kind === 'card' ? listPrompts(outcome.answer.message) : [];
  const inbox = await readInbox({ ...visit, promptIds });
  const showing = toShowing(visit, inbox.views);
  const texts = textsIn(showing.language).room.ask;
  return renderPage(
    <RoomPage visit={visit} inbox={inbox} showing={showing} title={texts.title}>
      <div class="stack tight">
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p id="ask-help">{texts.explain}</p>
      </div>
      <ActForm showing={showing}>
        <div class="ds-field">
          <label class="ds-label" for="ask">
            {texts.label}
          </label>
          <div class="row">
            <input
              class="ds-input"
              type="text"
              id="ask"
              name="text"
              aria-describedby="ask-help"
              autoComplete="off"
              required
            />
            <button class="ds-button" type="submit">
              {texts.send}
            </button>
          </div>
        </div>
      </ActForm>
      {outcome && (
        <section class="stack wide" aria-label={texts.answer}>
          <OutcomeView outcome={outcome} showing={showing} views={inbox.views} />
        </section>
      )}
    </RoomPage>,
  );
}
