import type { Machine } from '../../core/app/machine.ts'

/** A parcel from the label to the door, or back. */
export const WAYBILL: Machine = {
  initial: 'created',
  states: {
    created: { zh: '待揽收', on: { collect: 'collected', cancel: 'cancelled' } },
    collected: { zh: '已揽收', on: { depart: 'inTransit', lose: 'lost' } },
    inTransit: {
      zh: '运输中',
      on: { depart: 'inTransit', arrive: 'inTransit', dispatch: 'outForDelivery', except: 'exception', lose: 'lost' },
    },
    outForDelivery: { zh: '派送中', on: { sign: 'delivered', signFor: 'delivered', refuse: 'refused', except: 'exception' } },
    exception: { zh: '异常件', on: { dispatch: 'outForDelivery', back: 'returning', lose: 'lost' } },
    refused: { zh: '已拒收', on: { dispatch: 'outForDelivery', back: 'returning' } },
    returning: { zh: '退回中', on: { returned: 'returned' } },
    delivered: { zh: '已签收', on: {} },
    returned: { zh: '已退回', on: {} },
    lost: { zh: '已丢失', on: {} },
    cancelled: { zh: '已取消', on: {} },
  },
  triggers: {
    collect: '揽收',
    depart: '发往下一站',
    arrive: '到件',
    dispatch: '派件',
    sign: '签收',
    signFor: '代签收',
    refuse: '拒收',
    back: '退回',
    returned: '退回签收',
    except: '登记异常',
    lose: '报失',
    cancel: '取消运单',
  },
}

/** Codes of scanners and the step each of them is. */
export const CODES: readonly { readonly code: number; readonly trigger: string; readonly zh: string }[] = [
  { code: 10, trigger: 'collect', zh: '揽收' },
  { code: 20, trigger: 'arrive', zh: '到件' },
  { code: 30, trigger: 'depart', zh: '发往' },
  { code: 40, trigger: 'dispatch', zh: '派件' },
  { code: 50, trigger: 'sign', zh: '签收' },
  { code: 51, trigger: 'signFor', zh: '代签' },
  { code: 60, trigger: 'refuse', zh: '拒收' },
  { code: 61, trigger: 'back', zh: '退回中' },
  { code: 62, trigger: 'returned', zh: '退回签收' },
  { code: 70, trigger: 'except', zh: '异常' },
  { code: 79, trigger: 'lose', zh: '丢失' },
]

export function codeOf(code: number): (typeof CODES)[number] | undefined {
  return CODES.find(c => c.code === code)
}

export function codeFor(trigger: string): number {
  return CODES.find(c => c.trigger === trigger)?.code ?? 0
}
