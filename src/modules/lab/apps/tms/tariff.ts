import type { Frozen } from '../../../../kernel/brand.ts'
import type { Carrier, Offer, Party, TmsSlice, Waybill } from './slice.ts'

/** Weights of the check digit of postal items (UPU S10 §5): over eight digits, modulo 11; 10 becomes 0 and 11 becomes 5. */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** A waybill number: two letters of the carrier, eight digits and their check digit. */
export function waybillNumber(prefix: string, serial: number): string {
  const digits = String(serial % 100_000_000).padStart(8, '0')
  return `${prefix}${digits}${checkDigit(digits)}`
}

function checkDigit(digits: string): number {
  const sum = [...digits].reduce((n, d, i) => n + Number(d) * (WEIGHTS[i] ?? 0), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 0 : check === 11 ? 5 : check
}

/** Does a number have the form of a waybill, with the right check digit? */
export function isWaybillNumber(text: string): boolean {
  const found = /^[A-Z]{2}(\d{8})(\d)$/.exec(text)
  return found !== null && checkDigit(found[1] ?? '') === Number(found[2])
}

/** Grams that are charged: what it weighs, or what its volume (cm³) counts as, whichever is more. */
export function chargedGrams(weight: number, volume: number, divisor: number): number {
  return Math.max(weight, Math.ceil((volume * 1000) / divisor))
}

/** Every service that goes to a region, with its price in 分 and its hours. */
export function offersFor(carriers: readonly Frozen<Carrier>[], region: string, weight: number, volume: number): Offer[] {
  return carriers.flatMap(carrier =>
    carrier.services.flatMap(service => {
      const rate = service.rates.find(r => r.regions.some(name => region.startsWith(name)))
      if (rate === undefined) return []
      const charged = chargedGrams(weight, volume, service.divisor)
      const steps = Math.max(0, Math.ceil((charged - rate.firstGrams) / rate.stepGrams))
      return [{ carrier: carrier.code, service: service.code, fee: rate.first + steps * rate.step, hours: rate.hours, charged }]
    }),
  )
}

/** The least fee that keeps the promise to the buyer; null when no service keeps it. */
export function leastFee(s: Frozen<TmsSlice>, w: Frozen<Waybill>): number | null {
  const promise = s.promises.find(p => p.orderNo === w.orderNo)?.hours ?? Number.MAX_SAFE_INTEGER
  const fees = offersFor(s.carriers, w.to.region, w.weight, 0)
    .filter(o => o.hours <= promise)
    .map(o => o.fee)
  return fees.length === 0 ? null : Math.min(...fees)
}

export type AddressFault = 'E_ADDR_PARSE' | 'E_PHONE' | null

/** A street needs a number or a name of a building; a telephone needs eleven digits of a mobile or an area code. */
export function addressFault(party: Frozen<Party>): AddressFault {
  const region = /^(.+?(省|自治区|市|特别行政区))/.test(party.region) && /[市州盟区县]$/.test(party.region)
  const street = party.detail.trim().length >= 5 && /[0-9０-９一二三四五六七八九十]+ ?(号|栋|幢|弄|室|单元|座|层|组)/.test(party.detail)
  if (party.name.trim() === '' || !region || !street) return 'E_ADDR_PARSE'
  return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(party.phone.trim()) ? null : 'E_PHONE'
}

/** As a label shows it to passers-by (GB/T 41833-2022 asks for masking): `李*`, `138****1234`. */
export function masked(party: Frozen<Party>): { name: string; phone: string } {
  const [first = ''] = [...party.name]
  const digits = party.phone
  const phone = digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return { name: `${first}${'*'.repeat(Math.max(1, [...party.name].length - 1))}`, phone }
}
