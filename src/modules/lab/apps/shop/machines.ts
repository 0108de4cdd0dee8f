import type { Machine } from '../../core/app/machine.ts'

/** A product on its way to the shelf and off it. */
export const PRODUCT: Machine = {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', on: { save: 'draft', submit: 'auditing' } },
    auditing: { zh: '审核中', on: { pass: 'on', keep: 'off', reject: 'rejected' } },
    rejected: { zh: '审核未通过', on: { save: 'draft' } },
    on: { zh: '销售中', on: { off: 'off', ban: 'banned' } },
    off: { zh: '已下架', on: { on: 'on', save: 'draft' } },
    banned: { zh: '违规下架', on: {} },
  },
  triggers: {
    save: '编辑',
    submit: '提交审核',
    pass: '审核通过并上架',
    keep: '审核通过放入仓库',
    reject: '驳回',
    on: '上架',
    off: '下架',
    ban: '违规处理',
  },
}

/** A promotion. */
export const PROMOTION: Machine = {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', on: { save: 'draft', schedule: 'scheduled', start: 'active' } },
    scheduled: { zh: '未开始', on: { start: 'active', end: 'ended' } },
    active: { zh: '进行中', on: { pause: 'paused', end: 'ended', exhaust: 'budgetOut' } },
    paused: { zh: '已暂停', on: { start: 'active', end: 'ended' } },
    ended: { zh: '已结束', on: {} },
    budgetOut: { zh: '预算用完', on: {} },
  },
  triggers: { save: '编辑', schedule: '排期', start: '开始', pause: '暂停', end: '结束', exhaust: '预算用完' },
}

/** An order as a whole. Its state is worked out from money and parcels, never stored; this table says what it allows. */
export const ORDER: Machine = {
  initial: 'unpaid',
  states: {
    unpaid: { zh: '待付款', on: { pay: 'toShip', adjust: 'unpaid', close: 'closed', readdress: 'unpaid' } },
    toShip: { zh: '待发货', on: { shipPart: 'partShipped', shipAll: 'shipped', close: 'closed', readdress: 'toShip', claim: 'toShip' } },
    partShipped: { zh: '部分发货', on: { shipPart: 'partShipped', shipAll: 'shipped', close: 'closed', claim: 'partShipped' } },
    shipped: { zh: '待收货', on: { confirm: 'finished', close: 'closed', claim: 'shipped' } },
    finished: { zh: '交易成功', on: { claim: 'finished', review: 'finished' } },
    closed: { zh: '交易关闭', on: {} },
  },
  triggers: {
    pay: '付款',
    adjust: '改价',
    close: '关闭交易',
    readdress: '修改收货地址',
    shipPart: '部分发货',
    shipAll: '发货',
    confirm: '确认收货',
    claim: '申请售后',
    review: '评价',
  },
}

/** A claim after the sale. */
export const CLAIM: Machine = {
  initial: 'applied',
  states: {
    applied: {
      zh: '待商家处理',
      on: { agreeRefund: 'refunding', agreeReturn: 'awaitShipBack', refuse: 'refused', cancel: 'cancelled' },
    },
    refused: { zh: '商家已拒绝', on: { escalate: 'arbitration', cancel: 'cancelled' } },
    arbitration: { zh: '平台介入中', on: { evidence: 'arbitration', ruleRefund: 'refunding', ruleReject: 'rejected' } },
    awaitShipBack: { zh: '待买家退货', on: { shipBack: 'backInTransit', lapse: 'cancelled', cancel: 'cancelled' } },
    backInTransit: { zh: '退货运输中', on: { arrive: 'toInspect' } },
    toInspect: { zh: '待验货', on: { accept: 'refunding', acceptExchange: 'exchangeShip', dispute: 'negotiation' } },
    negotiation: { zh: '协商中', on: { settle: 'refunding', escalate: 'arbitration' } },
    exchangeShip: { zh: '待换货发出', on: { reship: 'done' } },
    refunding: { zh: '待退款', on: { refund: 'done' } },
    done: { zh: '已完成', on: {} },
    rejected: { zh: '平台不支持', on: {} },
    cancelled: { zh: '已撤销', on: {} },
  },
  triggers: {
    agreeRefund: '同意退款',
    agreeReturn: '同意退换货',
    refuse: '拒绝',
    cancel: '买家撤销',
    escalate: '申请平台介入',
    evidence: '举证',
    ruleRefund: '判定退款',
    ruleReject: '判定驳回',
    shipBack: '买家寄回',
    lapse: '逾期未寄回',
    arrive: '退货到达',
    accept: '验货合格',
    acceptExchange: '验货合格并换货',
    dispute: '验货不符',
    settle: '协商退款',
    reship: '发出换货',
    refund: '退款',
  },
}
