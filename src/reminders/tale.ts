// What an occurrence comes to: posts, and the prompt that they carry.
import type { Prompt } from '../replies/prompt.ts';
import type { Post } from './post.ts';

export interface Tale {
  readonly posts: readonly Post[];
  readonly prompt?: Prompt;
}
