import { z } from 'zod'

type Said = { readonly zh: string; readonly en: string }

/** Why an incident happened, as rooms report it. */
export const INCIDENT_REASONS = {
  'machine-hung': { zh: '考生机死机', en: 'The machine hung' },
  'machine-broken': { zh: '考生机故障', en: 'The machine broke' },
  'input-device': { zh: '键盘或鼠标故障', en: 'Keyboard or mouse failed' },
  network: { zh: '网络中断', en: 'The network failed' },
  power: { zh: '停电', en: 'Power cut' },
  'server-down': { zh: '服务器中断', en: 'The server was away' },
  ill: { zh: '考生身体不适', en: 'The candidate is unwell' },
  noise: { zh: '考场秩序受扰', en: 'Disturbance in the room' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Said>>
export const IncidentReason = z.enum(Object.keys(INCIDENT_REASONS) as [keyof typeof INCIDENT_REASONS])
export type IncidentReason = z.infer<typeof IncidentReason>

/** Breaches of exam discipline; what follows from them is decided after the sitting. */
export const MALPRACTICE_REASONS = {
  'forbidden-things': { zh: '携带违禁物品', en: 'Forbidden things carried' },
  whispering: { zh: '交头接耳、传递信息', en: 'Exchanged information' },
  'copying-work': { zh: '抄袭他人作答', en: 'Copied the work of others' },
  'stand-in': { zh: '冒名顶替', en: 'Another person sat in place of the candidate' },
  'left-seat': { zh: '擅自离开座位', en: 'Left the seat without leave' },
  tampering: { zh: '破坏考试设备或系统', en: 'Tampered with machines or system' },
  disorder: { zh: '扰乱考场秩序', en: 'Disturbed the order of the room' },
  other: { zh: '其他违纪行为', en: 'Other breaches' },
} as const satisfies Readonly<Record<string, Said>>
export const MalpracticeReason = z.enum(Object.keys(MALPRACTICE_REASONS) as [keyof typeof MALPRACTICE_REASONS])
export type MalpracticeReason = z.infer<typeof MalpracticeReason>
