// Something that the reader should notice before the rest.
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  /** Takes the focus when the page opens with it as its target. */
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

export function Notice({ tone, id, children }: NoticeProps) {
  return (
    <div class="ds-alert notice" data-color={tone} {...(id ? { id, tabIndex: -1, role: 'status' } : {})}>
      {children}
    </div>
  );
}
