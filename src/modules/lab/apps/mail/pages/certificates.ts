import { dayText } from '../../../core/world/calendar.ts'
import { worldTime } from '../../../core/world/ids.ts'
import type { Around } from '../../../pages/app-page.ts'
import type { SpecChoice } from '../../../pages/parts/spec-field.tsx'

type Certificate = {
  readonly serial: string
  readonly subject: { readonly name: string }
  readonly until: number
}
type PkiView = { readonly certs?: readonly Certificate[]; readonly token?: object | null }

/** The certificates of this machine to sign with, as a mail program offers them: whether one still stands, its holder must know; null where the world has no authority. */
export function signingChoices(around: Around): { readonly certificates: readonly SpecChoice[]; readonly hasToken: boolean } | null {
  const pki = around.apps['pki'] as PkiView | undefined
  if (pki === undefined) return null
  const certificates = (pki.certs ?? []).map(({ serial, subject, until }): SpecChoice => [
    serial,
    `${subject.name} ${serial}（有效期至 ${dayText(worldTime(until))}）`,
  ])
  return { certificates, hasToken: (pki.token ?? null) !== null }
}
