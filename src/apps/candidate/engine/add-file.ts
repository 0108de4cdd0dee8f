import type { Result } from '../../../kernel/result.ts'
import type { FileView } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import type { Desk } from './desk.ts'

const NO_ENTRY: Told = {
  code: 'token-refused',
  status: 0,
  facts: {},
  zh: '本机没有正在进行的考试，文件未被添加。请重新进入考试后再试。',
  en: 'No paper is open at this machine and the file was not added. Enter the exam again and try once more.',
}

/** Sends a file for an item of the open paper. It is part of the response only once the response names it. */
export function addFile(desk: Desk, itemId: string, file: File): Promise<Result<FileView, Told>> {
  if (desk.entry === null) return Promise.resolve({ ok: false, refusal: NO_ENTRY })
  return desk.parts.server.addFile(desk.entry.token, itemId, file)
}
