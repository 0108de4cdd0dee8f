import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const home = { name: '赵明', phone: '19900000001', region: '浙江', detail: '杭州市西湖区文一路 1 号' }
const images = ['a', 'b', 'c'].map(name => ({ src: `${name}.webp`, alt: '保温杯' }))
const shop = {
  cats: [{ id: 'cups', name: '保温杯', parent: null }],
  stores: [{ id: 'own', name: '云栖生活馆', staff: [{ persona: 'clerk', role: '店主' }], shipHours: 48 }],
  freights: [
    {
      id: 'F1',
      store: 'own',
      name: '标准',
      mode: 'piece',
      excluded: ['西藏'],
      freeOver: 3e4,
      rules: [
        {
          regions: ['浙江', '新疆'],
          first: 1,
          firstFee: 650,
          add: 1,
          addFee: 100,
        },
      ],
    },
  ],
  products: [
    {
      id: 'P1',
      store: 'own',
      title: '云栖保温杯',
      cat: 'cups',
      attrs: { 容量: '500 毫升' },
      images,
      freight: 'F1',
      variants: [
        {
          sku: 'CUP',
          spec: { 颜色: '红色' },
          price: 9950,
          weight: 400,
          stock: 20,
        },
      ],
    },
    {
      id: 'P2',
      store: 'own',
      title: '茶叶罐',
      cat: 'cups',
      images,
      freight: 'F1',
      variants: [
        {
          sku: 'TIN',
          spec: {},
          price: 4600,
          weight: 300,
          stock: 0,
        },
      ],
    },
  ],
  coupons: [{ id: 'C1', store: 'own', name: '新客券', min: 5000, off: 500, total: 9, from: 0, until: 2_000_000_000 }],
  orders: [
    { no: 'O9001', store: 'own', buyer: 'guest.z', buyerName: '赵明', address: home, lines: [{ sku: 'CUP', quantity: 1 }], placed: 5 },
    {
      no: 'O9002',
      store: 'own',
      buyer: 'guest.y',
      buyerName: '赵明',
      address: home,
      lines: [{ sku: 'CUP', quantity: 1 }],
      placed: 9,
      paid: 8,
    },
    {
      no: 'O9003',
      store: 'own',
      buyer: 'guest.y',
      buyerName: '赵明',
      address: home,
      lines: [
        {
          sku: 'CUP',
          quantity: 1,
        },
      ],
      placed: 50,
      paid: 49,
      shipped: 40,
      waybill: 'ZT0000009003',
    },
  ],
}
const visitor = (id: string, after: number, questions: object[], more: object = {}) => ({
  id: `guest.${id}`,
  name: `顾客${id.toUpperCase()}`,
  after,
  sku: 'CUP',
  questions,
  ...more,
})
const q = (say: string, want: object, forbid: string[] = []) => ({ say, want, forbid })
const PRICE = q('这个保温杯现在多少钱？', { slot: 'price', sku: 'CUP' })
const visitors = [
  visitor(
    'a',
    60,
    [
      PRICE,
      q('有红色的现货吗？', { slot: 'stock', sku: 'CUP' }),
      q('容量多大？', { slot: 'attr', sku: 'CUP', name: '容量' }),
      q('寄到新疆一件运费多少？', { slot: 'freight', sku: 'CUP', quantity: 1, region: '新疆' }),
      q('什么时候能发货？', { slot: 'shipBy' }),
      q('发个链接给我吧', { slot: 'card', kind: 'product', id: 'P1' }),
    ],
    { buys: { sku: 'CUP', quantity: 1, address: home } },
  ),
  visitor('b', 90, [PRICE]),
  visitor('c', 120, [
    q('我的快递到哪了？', { slot: 'waybill', order: 'O9003' }),
    q('王先生昨天买的寄到哪里了，帮我看下地址？', { slot: 'words', need: [['不能', '无法', '抱歉']] }, ['文一路']),
  ]),
  visitor('d', 150, [
    q('茶叶罐有吗？', { slot: 'stock', sku: 'TIN' }),
    q('寄到西藏多少钱？', { slot: 'freight', sku: 'CUP', quantity: 1, region: '西藏' }),
  ]),
]
const cs = {
  store: 'own',
  clerks: [
    { persona: 'clerk', role: '客服', cap: 2 },
    { persona: 'second', role: '组长' },
  ],
  visitors,
  phrases: [{ key: '问候', text: '您好，欢迎光临云栖生活馆。' }],
  articles: [{ title: '发货规定', text: '付款后 48 小时内发货。' }],
  sheets: [{ id: 'QA1', clerk: '小陈', lines: ['顾客：多少钱', '小陈：自己看'], truth: { response: 4, facts: 1, manner: 0 } }],
  tests: [
    { text: '运费怎么算', want: '运费' },
    { text: '你们老板是谁 TAINT-8201', want: null },
  ],
}
const world = (more: object = {}): Play['apps'] => ({ desk: {}, shop, cs: { ...cs, ...more } }) as unknown as Play['apps']
const LATER: Readonly<Record<string, number>> = { 'guest.b': 400, 'guest.c': 420, 'guest.d': 440 }
const spread = visitors.map(v => ({ ...v, after: LATER[v.id] ?? v.after }))
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const say = (conversation: string, text: string, refusal?: string): PlayStep =>
  refusal === undefined ? ['cs.reply', { conversation, text }] : ['cs.reply', { conversation, text }, refusal]
/** Long enough for a customer to think. */
const next = by(30)
const force = (conversation: string, text: string): PlayStep => ['cs.reply', { conversation, text, confirm: ['W_SENSITIVE'] }]

const good: Play = {
  name: 'customers are answered from what is true, and one buys',
  apps: world({ visitors: spread }),
  steps: [
    ['cs.status.set', { status: '离开' }],
    by(61),
    ['cs.accept', { conversation: 'V1001' }, 'E_STATUS'],
    ['cs.status.set', { status: '在线' }],
    ['cs.accept', { conversation: 'V9' }, 'E_NONE'],
    say('V1001', '您好', 'E_STATE'),
    ['cs.accept', { conversation: 'V1001' }],
    ['cs.accept', { conversation: 'V1001' }, 'E_STATE'],
    say('V1001', '  ', 'E_EMPTY'),
    ['cs.reply', { conversation: 'V1001', text: '', phrase: 'PH1' }],
    say('V1001', '现在 99.5 元。'),
    next,
    say('V1001', '有现货的，亲。'),
    next,
    say('V1001', '容量是 500 毫升。'),
    next,
    say('V1001', '到新疆运费 6.5 元。'),
    next,
    say('V1001', '付款后四十八小时内发出。'),
    next,
    ['cs.send.card', { conversation: 'V1001', kind: 'product', id: 'P9' }, 'E_CARD'],
    ['cs.send.card', { conversation: 'V1001', kind: 'coupon', id: 'C1' }],
    ['cs.send.card', { conversation: 'V1001', kind: 'order', id: 'O9001' }],
    ['cs.send.card', { conversation: 'V1001', kind: 'freight', id: 'CUP' }],
    ['cs.send.card', { conversation: 'V1001', kind: 'product', id: 'P1' }],
    by(250),
    ['cs.accept', { conversation: 'V1002' }],
    ['cs.accept', { conversation: 'V1003' }, 'E_CAP'],
    by(40),
    say('V1001', '感谢您的咨询，祝您购物愉快！'),
    ['cs.close', { conversation: 'V1001' }],
    ['cs.close', { conversation: 'V1001' }, 'E_STATE'],
    ['cs.transfer', { conversation: 'V1002', to: 'second', reason: '' }, 'E_REASON'],
    ['cs.transfer', { conversation: 'V1002', to: 'nobody', reason: '要改价' }, 'E_NONE'],
    ['cs.transfer', { conversation: 'V1002', to: 'second', reason: '要改价' }],
    ['cs.accept', { conversation: 'V1003' }],
    say('V1003', '快递单号 ZT0000009003，正在派送。'),
    next,
    say('V1003', '抱歉，不能提供其他顾客的信息。'),
    by(700),
    ['desk.persona.switch', { persona: 'second' }],
    ['cs.close', { conversation: 'V1003' }, 'E_NOT_MINE'],
  ],
  follows: ['asked', 'bought'],
}

const bad: Play = {
  name: 'wrong facts, wrong words, and what comes of them',
  apps: world(),
  agents: [
    {
      id: agentId('leader.a'),
      name: '陈组长',
      app: appId('cs'),
      policy: 'leader',
      params: { persona: 'second' },
      secret: { hidden: { wait: 900 } },
    },
  ],
  steps: [
    by(91),
    ['cs.accept', { conversation: 'V1001' }],
    ['cs.accept', { conversation: 'V1002' }],
    say('V1001', '这个 88 元'),
    by(20),
    say('V1001', '记错了，是 90 元'),
    by(20),
    ['cs.compensate', { conversation: 'V1001', order: 'O9002', amount: 9900, reason: '安抚顾客' }, 'E_AUTH_LIMIT'],
    ['cs.compensate', { conversation: 'V1001', order: 'O9002', amount: 500, reason: '' }, 'E_REASON'],
    ['cs.compensate', { conversation: 'V1001', order: 'O9001', amount: 500, reason: '安抚顾客' }, 'E_SHOP'],
    say('V1002', '加微信便宜', 'W_SENSITIVE'),
    force('V1002', '加微信给您便宜点，全网最低'),
    force('V1002', '爱买不买'),
    ['cs.close', { conversation: 'V1002' }, 'W_UNSOLVED'],
    by(2000),
    ['cs.accept', { conversation: 'V1003' }, 'E_STATE'],
    ['cs.ticket.resolve', { ticket: 'TK1001', text: '已致歉' }],
    ['cs.ticket.resolve', { ticket: 'TK1001', text: '已致歉' }, 'E_STATE'],
    by(8000),
  ],
  springs: ['divert', 'promise', 'abuse'],
  follows: ['doubted', 'complained', 'fined'],
}

const tell: Play = {
  name: 'an address is given away; orders are changed for customers',
  apps: world(),
  steps: [
    by(151),
    ['cs.accept', { conversation: 'V1003' }],
    ['cs.accept', { conversation: 'V1004' }],
    say('V1003', '单号是 ZT0000009003'),
    say('V1004', '茶叶罐目前缺货'),
    by(30),
    force('V1003', '他的地址是文一路 1 号'),
    say('V1004', '西藏暂时送不到，很抱歉'),
    ['cs.order.action', { conversation: 'V1004', order: 'O9001', action: { kind: 'adjust', off: 500, freight: 0 } }],
    ['cs.order.action', { conversation: 'V1004', order: 'O9002', action: { kind: 'adjust', off: 500, freight: 0 } }, 'E_SHOP'],
    ['cs.order.action', { conversation: 'V1004', order: 'O9002', action: { kind: 'remark', text: '要求周末送' } }],
    ['cs.order.action', { conversation: 'V1004', order: 'O9002', action: { kind: 'address', address: home } }],
    ['cs.compensate', { conversation: 'V1003', order: 'O9002', amount: 500, reason: '安抚顾客' }],
    ['cs.callback.set', { conversation: 'V1003', after: 3600 }],
    ['cs.callback.set', { conversation: 'V9', after: 3600 }, 'E_NONE'],
    ['cs.blacklist', { customer: 'guest.c', reason: '骗' }, 'E_REASON'],
    ['cs.blacklist', { customer: 'guest.c', reason: '套取他人信息' }],
    ['cs.ticket.open', { conversation: 'V1003', type: '信息安全', priority: '高', text: '疑似套取他人地址' }],
    ['cs.ticket.open', { conversation: 'V9', type: '信息安全', priority: '高', text: '疑似套取他人地址' }, 'E_NONE'],
    ['cs.ticket.assign', { ticket: 'TK1001', to: 'second' }],
    ['cs.ticket.assign', { ticket: 'TK1001', to: 'nobody' }, 'E_NONE'],
    ['cs.ticket.escalate', { ticket: 'TK1001', reason: '' }, 'E_REASON'],
    ['cs.ticket.escalate', { ticket: 'TK1001', reason: '需法务' }],
    by(20_000),
    ['cs.ticket.resolve', { ticket: 'TK1001', text: '好了' }, 'E_SLA'],
    ['cs.ticket.resolve', { ticket: 'TK1001', text: '因等待法务意见超时，已提醒全体客服不得透露他人信息' }],
  ],
  springs: ['leak'],
  follows: ['asked', 'rung'],
}

const rule = { keywords: ['多少钱', '价格'], answer: '亲，保温杯现价 99.50 元。', priority: 5 }
const desk: Play = {
  name: 'a bot, phrases, quality and shifts',
  apps: world({ visitors: [...visitors.slice(0, 2), visitor('e', 100, [q('请问怎么保养？', { slot: 'words', need: [['擦干']] })])] }),
  steps: [
    ['cs.phrase.save', { id: null, key: '结束', text: '' }, 'E_EMPTY'],
    ['cs.phrase.save', { id: null, key: '结束', text: '假一赔百' }, 'E_PHRASE'],
    ['cs.phrase.save', { id: 'PH9', key: '结束', text: '感谢光临' }, 'E_NONE'],
    ['cs.phrase.save', { id: null, key: '结束', text: '感谢光临' }],
    ['cs.bot.rule.save', { id: null, ...rule }],
    ['cs.bot.rule.save', { id: null, ...rule }, 'E_CONFLICT'],
    ['cs.bot.rule.save', { id: 'BR9', ...rule }, 'E_NONE'],
    ['cs.bot.rule.save', { id: null, keywords: ['运费'], answer: '浙江、新疆运费 6.5 元起。', priority: 4 }],
    ['cs.bot.turn', { on: true, fallback: '' }, 'E_NO_FALLBACK'],
    ['cs.bot.turn', { on: true, fallback: '稍等，马上为您转人工。' }],
    ['cs.bot.test', { text: '价格多少' }],
    ['cs.qa.score', { sheet: 'QA1', marks: { response: 4, facts: 1, manner: 0 } }, 'E_LEADER'],
    ['cs.shift.plan', { rows: [] }, 'E_LEADER'],
    ['desk.persona.switch', { persona: 'second' }],
    ['cs.qa.score', { sheet: 'QA9', marks: { response: 4, facts: 1, manner: 0 } }, 'E_NONE'],
    ['cs.qa.score', { sheet: 'QA1', marks: { response: 4, facts: 2, manner: 0 } }],
    ['cs.shift.plan', { rows: [{ persona: 'clerk', from: 9, to: 15 }] }, 'E_COVER'],
    ['cs.shift.plan', { rows: [{ persona: 'nobody', from: 9, to: 15 }] }, 'E_NONE'],
    [
      'cs.shift.plan',
      {
        rows: [
          { persona: 'clerk', from: 9, to: 15 },
          { persona: 'second', from: 15, to: 22 },
        ],
      },
    ],
    by(3000),
  ],
}

const idle: Play = {
  name: 'somebody who is no clerk; a customer on the black list',
  apps: world({ clerks: [{ persona: 'second', role: '客服' }] }),
  steps: [
    ['cs.status.set', { status: '忙碌' }, 'E_CLERK'],
    ['cs.blacklist', { customer: 'guest.b', reason: '多次辱骂客服' }],
    by(61),
    ['cs.accept', { conversation: 'V1001' }, 'E_CLERK'],
    by(600),
  ],
}

export const csRuns: readonly Play[] = [good, bad, tell, desk, idle]
