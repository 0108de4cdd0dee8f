import type { Around } from '../../../pages/app-page.ts'
import type { Choice } from '../../../pages/bones/field.tsx'

type Certificate = {
  readonly serial: string
  readonly subject: { readonly name: string }
  readonly statusZh: string
  readonly store: string | null
}
type PkiView = { readonly certs?: readonly Certificate[]; readonly token?: object | null }

/** The certificates of this machine to sign with, as a mail program offers them; null where the world has no authority. */
export function signingChoices(around: Around): { readonly certificates: readonly Choice[]; readonly hasToken: boolean } | null {
  const pki = around.apps['pki'] as PkiView | undefined
  if (pki === undefined) return null
  const certificates = (pki.certs ?? []).map(({ serial, subject, statusZh }): Choice => [
    serial,
    `${subject.name} ${serial}（${statusZh}）`,
  ])
  return { certificates, hasToken: (pki.token ?? null) !== null }
}
