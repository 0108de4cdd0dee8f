import type { PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'
import type { ScenarioAgent } from '../../core/world/state.ts'

export const ID_NUMBER = '330106198808080012'
const address = { name: '张敏', phone: '13800001111', region: '江苏省南京市', detail: '中山路 18 号' }
const person = (who: string, name: string, balance: number, more: object = {}) => ({ who, name, balance, address, ...more })
export const people = [
  person('clerk', '王芳', 200_000, { idNo: ID_NUMBER, verified: false }),
  person('second', '陈立新', 0, { idNo: 'TAINT-9601' }),
  person('buyer.zhang', '张敏', 500_000),
  person('buyer.li', '李强', 500_000),
  person('vendor.zhou', '周远', 0),
]
export const bidder = (
  id: string,
  name: string,
  value: number,
  { more = {}, params = {} }: { more?: object; params?: object } = {},
): ScenarioAgent => ({
  id: agentId(id),
  name,
  app: appId('auction'),
  policy: 'bidder',
  params: { wants: [], wait: 120, payAfter: 3600, confirmAfter: 36_000, ...params },
  secret: { hidden: { value, sniper: false, defaults: false, score: 'good', ...more } },
})
export const vendor: ScenarioAgent = {
  id: agentId('vendor.zhou'),
  name: '周远',
  app: appId('auction'),
  policy: 'vendor',
  params: { shipAfter: 7200, carrier: '顺达速运' },
  secret: { hidden: {} },
}
export const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
export const step = (type: string, data: object, refusal?: string): PlayStep =>
  (refusal === undefined ? [`auction.${type}`, data] : [`auction.${type}`, data, refusal]) as unknown as PlayStep
export const body = { title: '老式搪瓷茶缸一只', category: '收藏', kind: 'english', start: 10_000, step: 1000, hours: 2 }
export const HOUR = 3600
