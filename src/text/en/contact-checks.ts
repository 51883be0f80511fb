// English texts: whether the contacts' details are right.
import type { Texts } from '../sv.ts';

export const contactChecks: Texts['contactChecks'] = {
  title: (contact) => `Are these details right? ${contact}`,
  titleUnmanned: 'Are the details of the contacts right?',
  list: "Contacts that nobody in the county's file answers for",
  unmannedWhy: "Name the person in the county's file, and they are asked next time.",
  answerBy: (until) => `This is shown to those who look for the right contact. Answer by ${until}.`,
  gone: "The details are no longer in the county's file.",
  facts: {
    title: 'Title',
    phone: 'Telephone',
    email: 'E-mail',
    municipalities: 'Answers for',
    confirmed: 'Last confirmed',
  },

  form: {
    isRight: 'Are the details right?',
    yes: 'Yes, they are right',
    no: 'No, something is wrong',
    comment: 'What is wrong?',
    commentNoun: 'what is wrong',
    commentHelp: 'For example a new telephone number, or who answers for this now.',
  },

  wrong: (contact) => `The details are not right: ${contact}`,
  wrongUnmanned: 'The details of the contacts are not right',
  says: (person) => `${person} writes`,
  mend: "Correct the details in the county's file and import it again.",
};
