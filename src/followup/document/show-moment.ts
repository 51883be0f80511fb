// A moment of a report, ISO 8601 with the county's offset, as its tables show it: by the county's own clock.

export function showDay(moment: string): string {
  return moment.slice(0, 10);
}

export function showMinute(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ');
}
