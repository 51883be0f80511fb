// How many have answered, in words and as a bar.
export interface ProgressProps {
  readonly text: string;
  readonly answered: number;
  readonly asked: number;
}

export function Progress({ text, answered, asked }: ProgressProps) {
  return (
    <div class="stack tight">
      <p>{text}</p>
      {asked > 0 && <progress value={answered} max={asked} aria-hidden="true" />}
    </div>
  );
}
