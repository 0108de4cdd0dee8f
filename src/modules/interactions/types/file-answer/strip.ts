import type { FileAnswerContent, FileAnswerPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: FileAnswerContent): FileAnswerPublic {
  return { version: 1, stem: content.stem, accept: content.accept, mostBytes: content.mostBytes, mostFiles: content.mostFiles }
}
