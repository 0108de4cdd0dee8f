import { createCipheriv, createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { formHead, writeFormFile } from '../../core/seal/form-file.ts'
import type { PaperPackage } from '../../core/paper/package.ts'
import type { PaperView } from '../../core/views.ts'

/** The paper as every candidate of this form gets it, in the order of the package; each client shuffles by its own attempt. */
export function viewOfForm(paper: PaperPackage): PaperView {
  return {
    packageId: paper.packageId,
    title: paper.title,
    sections: paper.sections.map(({ sectionId, title, instructions, items }) => ({
      sectionId,
      title,
      instructions,
      items: items.map(({ itemId, type, marks, content, stimulusId }) => ({ itemId, type, marks, content, stimulusId })),
    })),
    media: paper.media,
    stimuli: paper.stimuli,
  }
}

/**
 * Seals a form under its key (AES-256-GCM) for the browsers; see `core/seal/form-file.ts` for the layout. The nonce follows from the
 * content: two servers with the same release make the same bytes, and two contents never share a nonce.
 */
export function sealForm(view: PaperView, formKey: Buffer): Buffer {
  const plain = gzipSync(JSON.stringify(view))
  const head = formHead(view.packageId)
  const nonce = Uint8Array.from(createHmac('sha256', formKey).update(head).update(plain).digest().subarray(0, 12))
  const cipher = createCipheriv('aes-256-gcm', formKey, nonce)
  cipher.setAAD(head)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return Buffer.from(writeFormFile({ head, nonce, sealed: Uint8Array.from(sealed) }))
}
