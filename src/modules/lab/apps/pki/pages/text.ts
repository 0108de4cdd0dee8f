import type { SpecChoice } from '../../../pages/parts/spec-field.tsx'
import { dayText } from '../../../core/world/calendar.ts'
import { worldTime } from '../../../core/world/ids.ts'
import type { Certificate, OwnCertificate } from './view.ts'
import { words } from './words.ts'

/** `D0:E2:98:…`, as fingerprints are published. */
export function colons(fingerprint: string): string {
  return (fingerprint.match(/.{1,2}/g) ?? []).join(':').replace(/[a-f]/g, sign => 'ABCDEF'['abcdef'.indexOf(sign)] ?? sign)
}

export function periodText({ from, until }: Pick<Certificate, 'from' | 'until'>): string {
  return `${dayText(worldTime(from))} 至 ${dayText(worldTime(until))}`
}

export function usageText(usage: readonly string[]): string {
  return usage.map(one => words.usages[one] ?? one).join('、')
}

/** Own certificates to choose from, whatever their state: which one may be used, their holder must know. */
export function certChoices(certs: readonly OwnCertificate[]): readonly SpecChoice[] {
  return certs.map(({ serial, subject, statusZh, store }) => [
    serial,
    `${subject.name} ${serial}（${statusZh}，${words.stores[store ?? 'soft'] ?? ''}）`,
  ])
}
