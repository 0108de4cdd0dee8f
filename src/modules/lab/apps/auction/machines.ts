import type { Machine } from '../../core/app/machine.ts'

/** A lot from its notice to the hammer. */
export const LOT: Machine = {
  initial: 'preview',
  states: {
    preview: { zh: '预展中', on: { edit: 'preview', start: 'running', cancel: 'cancelled' } },
    running: { zh: '竞价中', on: { edit: 'running', bid: 'running', close: 'opening', sell: 'sold', fail: 'unsold', cancel: 'cancelled' } },
    opening: { zh: '待开标', on: { sell: 'sold', fail: 'unsold' } },
    sold: { zh: '已成交', on: {} },
    unsold: { zh: '流拍', on: {} },
    cancelled: { zh: '已撤拍', on: {} },
  },
  triggers: {
    edit: '修改',
    start: '开拍',
    bid: '出价',
    close: '截止',
    sell: '成交',
    fail: '流拍',
    cancel: '撤拍',
  },
}

/** A deal between two people. */
export const DEAL: Machine = {
  initial: 'awaitPay',
  states: {
    awaitPay: { zh: '待付款', on: { pay: 'paid', default: 'defaulted' } },
    paid: { zh: '待发货', on: { ship: 'shipped' } },
    shipped: { zh: '待收货', on: { deliver: 'delivered', confirm: 'done' } },
    delivered: { zh: '已签收', on: { confirm: 'done' } },
    done: { zh: '交易完成', on: {} },
    defaulted: { zh: '买家违约', on: {} },
  },
  triggers: { pay: '付款', default: '违约', ship: '发货', deliver: '签收', confirm: '确认收货' },
}
