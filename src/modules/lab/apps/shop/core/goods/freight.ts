import { type Refuse, no } from '../../../../core/app/refuse.ts'
import type { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import type { FreightPlan, FreightRule, ShopSlice } from '../../slice.ts'

/** The regions of first order of the mainland, as postal forms write them. */
export const REGIONS: readonly string[] = (
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 ' +
  '湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'
).split(' ')

/** The region of first order that an address lies in, whether it is written 浙江 or 浙江省杭州市. */
export function provinceOf(region: string): string | undefined {
  return REGIONS.find(r => region.startsWith(r))
}

const FULL: Readonly<Record<string, string>> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
}
const CITIES = ['北京', '天津', '上海', '重庆']

type Address = { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }

/** An address as a waybill wants it: province and city in one field, the street in the other. */
export function postal({ name, phone, region, detail }: Address): Address {
  const province = provinceOf(region)
  if (province === undefined || province !== region) return { name, phone, region, detail }
  if (CITIES.includes(province)) return { name, phone, region: `${province}市`, detail: detail.replace(new RegExp(`^${province}市`), '') }
  const city = /^.+?[市州盟]/.exec(detail)?.[0] ?? ''
  return { name, phone, region: `${FULL[province] ?? `${province}省`}${city}`, detail: detail.slice(city.length) }
}

type Plan = Frozen<z.output<typeof FreightPlan>>
type Carried = { readonly weight: number; readonly quantity: number; readonly freight: string | null; readonly share: number }

/** What stands in the way of a plan: unknown regions, regions twice, regions that nobody thought of. */
export function planFault(plan: Plan): Refuse | null {
  const named = [...plan.rules.flatMap(r => r.regions), ...plan.excluded]
  const unknown = named.find(r => !REGIONS.includes(r))
  if (unknown !== undefined) return no('E_REGION', { region: unknown }, 'rules')
  const twice = named.find((r, i) => named.indexOf(r) !== i)
  if (twice !== undefined) return no('E_REGION_TWICE', { region: twice }, 'rules')
  const gap = REGIONS.filter(r => !named.includes(r))
  return gap.length === 0 ? null : no('E_REGION_GAP', { regions: gap.join('、') }, 'rules')
}

function feeOf(rule: Frozen<z.output<typeof FreightRule>>, size: number): number {
  return rule.firstFee + (size <= rule.first ? 0 : Math.ceil((size - rule.first) / rule.add) * rule.addFee)
}

/** Freight of lines to a region, 分: one fee for each plan they travel by; lines without a plan travel free. */
export function freightOf(s: Frozen<ShopSlice>, lines: readonly Carried[], region: string): number | Refuse {
  const province = provinceOf(region)
  if (province === undefined) return no('E_ADDR', {}, 'address')
  let sum = 0
  for (const id of new Set(lines.map(l => l.freight))) {
    const plan = id === null ? undefined : s.freights.find(f => f.id === id)
    if (plan === undefined) continue
    const own = lines.filter(l => l.freight === id)
    const rule = plan.rules.find(r => r.regions.includes(province))
    if (rule === undefined || plan.excluded.includes(province)) return no('E_AREA', { region: province }, 'address')
    const worth = own.reduce((n, l) => n + l.share, 0)
    if (plan.freeOver !== null && worth >= plan.freeOver) continue
    const size = own.reduce((n, l) => n + (plan.mode === 'weight' ? l.weight * l.quantity : l.quantity), 0)
    sum += feeOf(rule, size)
  }
  return sum
}
