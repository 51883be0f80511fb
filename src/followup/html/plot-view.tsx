// A plot of what a table says. Whoever does not see it reads the table that follows.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Plot } from '../document/document.ts';
import { BarsPlot } from './bars-plot.tsx';
import { LightsPlot } from './lights-plot.tsx';
import { RatesPlot } from './rates-plot.tsx';

export interface PlotProps {
  readonly plot: Plot;
  readonly title: string;
  readonly language: Language;
}

export function PlotView({ plot, title, language }: PlotProps) {
  const label = textsIn(language).reports.plotOf(title);
  switch (plot.kind) {
    case 'lights':
      return <LightsPlot points={plot.points} label={label} language={language} />;
    case 'bars':
      return <BarsPlot bars={plot.bars} label={label} />;
    case 'rates':
      return <RatesPlot rates={plot.rates} band={plot.band} label={label} language={language} />;
  }
}
