// Shows a field only while its condition holds, and marks a form that somebody has begun to fill in.
document.documentElement.classList.add('has-script');
document.addEventListener('input', ({ target }) => {
  if (!target.form) return;
  target.form.dataset.begun = 'true';
  showFields(target.form);
});
// Whoever puts new forms on the page says so.
document.addEventListener('samverk:swapped', showAllFields);
showAllFields();

function showAllFields() {
  for (const form of document.forms) showFields(form);
}

function showFields(form) {
  const entries = new FormData(form);
  for (const field of form.querySelectorAll('[data-shown-field]')) {
    const answers = entries.getAll(field.dataset.shownField);
    const counting = JSON.parse(field.dataset.shownValues);
    field.hidden = !answers.some((answer) => counting.includes(answer));
  }
}
