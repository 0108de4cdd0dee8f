import type { PaperView } from '../../../modules/delivery/contract.ts'

export const FORM_PACKAGE = '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901'
export const FORM_KEY = 'ab'.repeat(32)

/** A form file with the head of a real one; “sealed” so that only the right key gives the paper. */
export function sealFakeForm(paper: PaperView): { readonly packageId: string; readonly formFile: string; readonly byteLength: number } {
  const id = FORM_PACKAGE.replaceAll('-', '').match(/../g) ?? []
  const head = [...'ZHFORM01'].map(letter => letter.charCodeAt(0))
  const bytes = Uint8Array.from([...head, ...id.map(pair => Number.parseInt(pair, 16)), ...new TextEncoder().encode(JSON.stringify(paper))])
  const formFile = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return { packageId: FORM_PACKAGE, formFile, byteLength: bytes.length }
}

export function openFakeForm(bytes: Uint8Array, packageId: string, key: string): PaperView | null {
  if (packageId !== FORM_PACKAGE || key !== FORM_KEY) return null
  return JSON.parse(new TextDecoder().decode(bytes.subarray(24))) as PaperView
}
