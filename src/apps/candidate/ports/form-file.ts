import { PaperView, readFormFile } from '../../../modules/delivery/contract.ts'

/**
 * Opens a form that was fetched before the start, with the 32 bytes (hex) the server hands out at the start. Null when the bytes are no
 * form file, or of another package, or do not open with this key: then the form is fetched again.
 */
export async function openFormFile(bytes: Uint8Array, packageId: string, formKey: string): Promise<PaperView | null> {
  const file = readFormFile(bytes)
  if (file === null || file.packageId !== packageId) return null
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(formKey), 'AES-GCM', false, ['decrypt'])
    const packed = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: file.nonce, additionalData: file.head }, key, file.sealed)
    const text = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
    return PaperView.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: Math.floor(hex.length / 2) }, (_, n) => Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16))
}
