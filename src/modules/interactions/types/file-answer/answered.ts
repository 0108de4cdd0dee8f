import type { Answered } from '../../core/interaction-spec.ts'
import type { FileAnswerPublic, FileAnswerResponse } from './type.ts'

export function answered(content: FileAnswerPublic, response: FileAnswerResponse): Answered {
  if (response.files.length === 0) return { state: 'blank' }
  if (response.files.length > content.mostFiles) return { state: 'invalid', why: 'too-many-files' }
  const isTaken = response.files.every(file => content.accept.includes(file.mediaType) && file.bytes <= content.mostBytes)
  return isTaken ? { state: 'answered' } : { state: 'invalid', why: 'file-not-accepted' }
}
