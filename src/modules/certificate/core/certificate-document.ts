import type { LocalDate } from '../../../kernel/local-date.ts'
import { publicEntry } from './look-up/public-entry.ts'
import { RESULT_BANDS, type ResultBand } from './result-band.ts'
import type { RegisterEntry } from './register-entry.ts'

/** A certificate as a plain document: what stands on the sheet, in the order of reading. The printer decides how. */
export type CertificateDocument = {
  readonly heading: string
  readonly headingEn: string
  readonly number: string
  readonly sheet: string
  readonly text: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly issuer: string
  readonly issuedOn: string
  readonly remarks: readonly string[]
  /** what the QR code says */
  readonly code: string
}

const GRADES = ['', '一级', '二级', '三级', '四级', '五级'] as const

/** Builds the document of a sheet; `verification` is what the QR code carries. */
export function certificateDocument(entry: RegisterEntry, verification: string): CertificateDocument {
  const { grade, bands } = publicEntry(entry)
  const level = grade === null ? entry.title : `${entry.title}（${GRADES[grade] ?? ''}）`
  return {
    heading: '职业资格证书',
    headingEn: 'Certificate of Occupational Qualification',
    number: entry.number,
    sheet: entry.sheet,
    text: `${entry.holderName}经职业技能鉴定，理论知识和操作技能均达到《${entry.occupation}国家职业标准》${level}的要求，准予颁发本证书。`,
    facts: [
      { label: '姓名', value: entry.holderName },
      { label: '证件号码', value: entry.idMasked },
      { label: '职业', value: entry.occupation },
      { label: '等级', value: level },
      ...bandFact('理论知识', bands.theory),
      ...bandFact('操作技能', bands.practical),
    ],
    issuer: entry.issuer,
    issuedOn: dayInWords(entry.issuedOn),
    remarks: entry.remarks.map(r => r.zh),
    code: verification,
  }
}

function bandFact(label: string, band: ResultBand | null): readonly { readonly label: string; readonly value: string }[] {
  return band === null ? [] : [{ label, value: RESULT_BANDS[band].zh }]
}

function dayInWords(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
