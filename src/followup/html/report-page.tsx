// The report as one page that needs nothing else: to read on a screen, by day or night, and to print.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Block, ReportDocument, Section } from '../document/document.ts';
import { PlotView } from './plot-view.tsx';
import { TableView } from './table-view.tsx';

export function renderReportPage(document: ReportDocument): string {
  return `<!doctype html>${renderToString(<ReportPage document={document} />)}`;
}

function ReportPage({ document }: { readonly document: ReportDocument }): VNode {
  const { language, title, subtitle, sections } = document;
  const { reports } = textsIn(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: readStyles() }} />
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <p>{subtitle}</p>
        </header>
        <nav aria-label={reports.contents}>
          <h2>{reports.contents}</h2>
          <ol>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main>
          {sections.map((section) => (
            <SectionView key={section.id} section={section} language={language} />
          ))}
        </main>
      </body>
    </html>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly language: Language;
}

function SectionView({ section: { id, title, blocks }, language }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {blocks.map((block, index) => (
        <BlockView key={`${id}-${index}`} block={block} language={language} />
      ))}
    </section>
  );
}

function BlockView({ block, language }: { readonly block: Block; readonly language: Language }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'facts':
      return (
        <dl>
          {block.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return (
        <>
          {block.plot && (
            <>
              <h3>{block.table.title}</h3>
              <PlotView plot={block.plot} title={block.table.title} language={language} />
            </>
          )}
          <TableView table={block.table} language={language} />
        </>
      );
  }
}

let styles: string | undefined;

/** The compiler leaves what is not TypeScript in src, so it is read from there also when dist runs. */
function readStyles(): string {
  styles ??= readFileSync(fileURLToPath(new URL('../../../src/followup/html/report.css', import.meta.url)), 'utf8');
  return styles;
}
