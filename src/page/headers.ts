// What a browser may do with our pages: nothing that they do not need.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * No inline script and no inline style, nothing from another site, no frames.
 * The referrer stays on our own pages: "no-referrer" would make browsers send "Origin: null" with our forms.
 */
export function createHeaders({ isHttps }: { readonly isHttps: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // The design system draws its icons from data addresses in its style sheet.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
