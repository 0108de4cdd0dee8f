import type { Brand } from '../../../kernel/brand.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

/** Code of an institution, 8 digits: province or industry 2, city 2, kind 1, serial 3. `10012003` = province 10, city 01, local station 003. */
export type InstitutionCode = Brand<string, 'InstitutionCode'>

/** 0 centre, 1 national site, 2 local station, 3 industry station, 4 enterprise. */
export type InstitutionKind = 0 | 1 | 2 | 3 | 4
export const INSTITUTION_KINDS: Readonly<Record<InstitutionKind, { readonly zh: string; readonly en: string }>> = {
  0: { zh: '职业技能鉴定中心', en: 'Assessment centre' },
  1: { zh: '国家职业技能鉴定所', en: 'National assessment site' },
  2: { zh: '地方职业技能鉴定站', en: 'Local assessment station' },
  3: { zh: '行业特有工种职业技能鉴定站', en: 'Industry assessment station' },
  4: { zh: '企业职业技能鉴定机构', en: 'Enterprise assessment body' },
}

/** `region` is the province's or the industry's two digits; `city` is 00 for an industry. */
export type InstitutionCodeParts = {
  readonly region: string
  readonly city: string
  readonly kind: InstitutionKind
  readonly serial: number
}

const INDUSTRY_STATION = 3
const NO_CITY = '00'

/** Refuses `institution-code-part` (a part does not fit) and `industry-station-in-city`. */
export function institutionCode(parts: InstitutionCodeParts): Result<InstitutionCode> {
  const { region, city, kind, serial } = parts
  const faults = [
    ['省份或行业', 'province or industry', region, /^\d{2}$/.test(region)],
    ['地市', 'city', city, /^\d{2}$/.test(city)],
    ['机构类别', 'kind', String(kind), String(kind) in INSTITUTION_KINDS],
    ['序号', 'serial', String(serial), Number.isInteger(serial) && serial >= 1 && serial <= 999],
  ] as const
  for (const [part, partEn, value, fits] of faults) if (!fits) return refuse('institution-code-part', { part, partEn, value })
  if (kind === INDUSTRY_STATION && city !== NO_CITY) return refuse('industry-station-in-city', { city })
  return ok(`${region}${city}${kind}${String(serial).padStart(3, '0')}` as InstitutionCode)
}

/** Reads a code as typed. Refuses `institution-code-malformed` and `industry-station-in-city`. */
export function parseInstitutionCode(text: string): Result<{ readonly code: InstitutionCode; readonly parts: InstitutionCodeParts }> {
  const typed = text.normalize('NFKC').replace(/\s/g, '')
  const found = /^(\d{2})(\d{2})([0-4])(\d{3})$/.exec(typed)
  if (!found) return refuse('institution-code-malformed', { code: typed })
  const [region, city, kind, serial] = found.slice(1) as [string, string, string, string]
  const parts: InstitutionCodeParts = { region, city, kind: Number(kind) as InstitutionKind, serial: Number(serial) }
  const code = institutionCode(parts)
  if (code.ok) return ok({ code: code.value, parts })
  return code.refusal.code === 'industry-station-in-city' ? code : refuse('institution-code-malformed', { code: typed })
}
