// Swedish texts: free reminders.
export const memos = {
  read: 'Läs mer',
};
