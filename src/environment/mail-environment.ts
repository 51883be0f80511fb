// What the environment says about e-mail: which server takes our letters, and from whom they are.
import { z } from 'zod';
import type { Finding } from '../errors.ts';
import { filled, type Variables } from './variables.ts';

const ADDRESS = /^(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

export const mailVariables = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a mail server, as smtps://user:password@mail.example.org' })
    .optional(),
  MAIL_FROM: filled
    .regex(ADDRESS, { error: 'must be an address, as samverk@example.org or Samverk <samverk@example.org>' })
    .optional(),
};

export function findMailFaults({ SMTP_URL, MAIL_FROM }: Variables): readonly Finding[] {
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    return [{ path: 'MAIL_FROM', message: 'is missing. Letters are sent from it. Set it, or unset SMTP_URL' }];
  }
  if (MAIL_FROM !== undefined && SMTP_URL === undefined) {
    return [
      { path: 'SMTP_URL', message: 'is missing. It says where letters are handed in. Set it, or unset MAIL_FROM' },
    ];
  }
  return [];
}
