import type { Machine } from '../../core/app/machine.ts'

/** Goods on their way in, from the gate to the shelf. */
export const RECEIPT: Machine = {
  initial: 'receiving',
  states: {
    receiving: { zh: '收货中', on: { scan: 'receiving', close: 'checking' } },
    checking: { zh: '待质检', on: { check: 'checking', checked: 'placing', refuse: 'done' } },
    placing: { zh: '待上架', on: { place: 'placing', placed: 'done' } },
    done: { zh: '已完成', on: {} },
  },
  triggers: {
    scan: '登记到货',
    close: '完成收货',
    check: '质检',
    checked: '质检完成',
    refuse: '整单拒收',
    place: '上架',
    placed: '上架完成',
  },
}

/** Goods on their way out. A parcel may be stopped until it is packed. */
export const OUTBOUND: Machine = {
  initial: 'assigned',
  states: {
    assigned: { zh: '待拣货', on: { wave: 'picking', release: 'cancelled' } },
    picking: { zh: '拣货中', on: { pick: 'picking', picked: 'picked', wait: 'waiting', release: 'cancelled' } },
    waiting: { zh: '缺货等待', on: { refill: 'picking', release: 'cancelled' } },
    picked: { zh: '待打包', on: { pack: 'packed', release: 'cancelled' } },
    packed: { zh: '待交接', on: { hand: 'handed' } },
    handed: { zh: '已交接', on: {} },
    cancelled: { zh: '已取消', on: {} },
  },
  triggers: {
    wave: '建波次',
    pick: '拣货',
    picked: '拣货完成',
    wait: '缺货等待',
    refill: '补货到位',
    pack: '打包',
    hand: '交接',
    release: '取消',
  },
}

/** A stocktaking: counted blind, counted again, approved by another. */
export const COUNT: Machine = {
  initial: 'counting',
  states: {
    counting: { zh: '盘点中', on: { record: 'counting', recount: 'counting', approve: 'approved' } },
    approved: { zh: '已审批', on: {} },
  },
  triggers: { record: '登记实盘数', recount: '复盘', approve: '审批' },
}

/** A parcel that comes back. */
export const RETURN: Machine = {
  initial: 'expected',
  states: {
    expected: { zh: '等待退回', on: { arrive: 'arrived' } },
    arrived: { zh: '待验货', on: { inspect: 'inspected' } },
    inspected: { zh: '已验货入库', on: {} },
  },
  triggers: { arrive: '退件到仓', inspect: '验货入库' },
}
