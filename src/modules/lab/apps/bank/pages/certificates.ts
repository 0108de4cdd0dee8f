import { dayText } from '../../../core/world/calendar.ts'
import { worldTime } from '../../../core/world/ids.ts'
import type { Around } from '../../../pages/app-page.ts'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { words } from './words.ts'

type Certificate = {
  readonly serial: string
  readonly subject: { readonly name: string }
  readonly until: number
}
type PkiView = { readonly certs?: readonly Certificate[] }

/** The field in which a certificate of this machine is chosen; all are offered, as a browser does: which one is right, its holder must know. */
export function certificateField(around: Around, name: string): FieldSpec {
  const certs = ((around.apps['pki'] ?? {}) as PkiView).certs ?? []
  if (certs.length === 0) return { name, zh: words.security.serial, note: words.security.noCertificates }
  return {
    name,
    zh: words.security.certificate,
    kind: 'choice',
    choices: certs.map(({ serial, subject, until }) => [serial, `${subject.name} ${serial}（有效期至 ${dayText(worldTime(until))}）`]),
  }
}
