// Sends a letter over SMTP. The only file that knows how.
import { createTransport } from 'nodemailer';
import { isError } from './errors.ts';

export interface MailSetting {
  /** "smtps://user:password@mail.example.org" or "smtp://127.0.0.1:25" */
  readonly url: string;
  /** "Samverk <samverk@example.org>" */
  readonly from: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type Mailed = 'sent' | 'refused';

export interface Postbox {
  /** Refused: nobody there will ever take it. Throws where another try may help. */
  post(letter: Letter): Promise<Mailed>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/** Nothing is asked of the server before the first letter. Where a password is sent, the line is encrypted first. */
export function createPostbox({ url, from }: MailSetting): Postbox {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  const transport = createTransport({
    // In an address an IPv6 host stands in brackets, which are not its own.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && user !== '',
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async post(letter) {
      try {
        // No vacation replies, please.
        await transport.sendMail({ from, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
        return 'sent';
      } catch (error) {
        if (isRefusal(error)) return 'refused';
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** A recipient or a letter that the server will not take; what is about ourselves, as a wrong password, may be mended. */
function isRefusal(error: unknown): boolean {
  if (!isError(error) || !('responseCode' in error) || !('command' in error)) return false;
  const { responseCode, command } = error;
  return Number(responseCode) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
