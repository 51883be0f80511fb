// Where the service's own pages are, and how their secret addresses are made.
import { createHmac } from 'node:crypto';
import type { Site } from '../reminders/road.ts';
import { DESK } from './desk/desk-setting.ts';

interface SiteParts {
  readonly publicUrl: string;
  readonly secret: string;
}

/** HMAC-SHA256, for addresses alone: what the web room signs is signed apart. */
export function createSite({ publicUrl, secret }: SiteParts): Site {
  return {
    publicUrl,
    deskUrl: `${publicUrl}${DESK}`,
    sign: (text) => createHmac('sha256', secret).update(`samverk-address:${text}`).digest('base64url'),
  };
}
