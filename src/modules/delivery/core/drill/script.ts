type Text = { readonly zh: string; readonly en: string }

/** One thing that a step measures: at most or at least so much. Integers only. */
export type Measure = {
  readonly measureId: string
  readonly name: Text
  readonly unit: Text
  readonly limit: number
  readonly kind: 'at-most' | 'at-least'
  /** Who takes it: the server by itself, or people with a watch. */
  readonly by: 'server' | 'people'
}

/** One step of the drill: what people do, and what is measured while they do it. */
export type DrillStep = {
  readonly stepId: string
  readonly name: Text
  readonly task: Text
  /** Do two persons answer for it? */
  readonly byTwo: boolean
  readonly measures: readonly Measure[]
}

const SECONDS: Text = { zh: '秒', en: 's' }
const MILLISECONDS: Text = { zh: '毫秒', en: 'ms' }
const MINUTES: Text = { zh: '分钟', en: 'minutes' }
const ENTRIES: Text = { zh: '条', en: 'entries' }
const PERCENT: Text = { zh: '%', en: '%' }

const most = (measureId: string, name: Text, unit: Text, limit: number): Measure => ({
  measureId,
  name,
  unit,
  limit,
  kind: 'at-most',
  by: 'server',
})
const least = (measureId: string, name: Text, unit: Text, limit: number): Measure => ({
  ...most(measureId, name, unit, limit),
  kind: 'at-least',
})
const byPeople = (measure: Measure): Measure => ({ ...measure, by: 'people' })

/** The drill of a site in its order, with the limits of design §1.3 and §3.4 (G5, G16). Done with a rehearsal package on the site's own machines. */
export const DRILL_SCRIPT: readonly DrillStep[] = [
  {
    stepId: 'load',
    byTwo: false,
    name: { zh: '负载模拟', en: 'Load simulation' },
    task: {
      zh: '用模拟考生坐满全部机位，开考、作答并交卷。',
      en: 'Fill every seat with simulated candidates; let them start, work and hand in.',
    },
    measures: [
      least('seats-filled', { zh: '坐满的机位', en: 'seats filled' }, PERCENT, 100),
      most('save-p99', { zh: '保存用时（p99）', en: 'time of a save (p99)' }, MILLISECONDS, 150),
      most('start-p99', { zh: '首题显示用时（p99）', en: 'time to the first item (p99)' }, MILLISECONDS, 3_000),
      most('lost', { zh: '已确认而丢失的作答', en: 'acknowledged responses lost' }, ENTRIES, 0),
    ],
  },
  {
    stepId: 'server-swap',
    byTwo: true,
    name: { zh: '服务器切换', en: 'Server swap' },
    task: {
      zh: '作答期间拔掉一台服务器的电源，查看考生是否继续作答。',
      en: 'Pull the plug of one server while people work, and see that they go on.',
    },
    measures: [
      byPeople(most('interruption', { zh: '考生可见的中断', en: 'interruption that candidates see' }, SECONDS, 10)),
      most('lost', { zh: '双机已存而丢失的作答', en: 'responses lost that both had' }, ENTRIES, 0),
    ],
  },
  {
    stepId: 'seat-swap',
    byTwo: false,
    name: { zh: '换机', en: 'Seat swap' },
    task: {
      zh: '把一名考生换到备用机，从监考员点击到考生继续作答计时。',
      en: 'Move a candidate to a spare machine; time it from the click to the next keystroke.',
    },
    measures: [
      byPeople(most('until-typing', { zh: '到继续作答', en: 'until typing again' }, SECONDS, 60)),
      byPeople(most('retyped', { zh: '需要重新输入的作答', en: 'responses typed again' }, ENTRIES, 0)),
    ],
  },
  {
    stepId: 'key-by-voice',
    byTwo: true,
    name: { zh: '电话报读启封密钥', en: 'Opening key by voice' },
    task: {
      zh: '由中心电话报读演练密钥，两人在考点录入并启封。',
      en: 'The centre reads the rehearsal key by telephone; two persons enter it and open.',
    },
    measures: [most('until-open', { zh: '从报读到启封', en: 'from the first symbol to the opening' }, SECONDS, 180)],
  },
  {
    stepId: 'stick-upload',
    byTwo: true,
    name: { zh: 'U盘上传结果包', en: 'Result package by stick' },
    task: {
      zh: '断开外网，用U盘把结果包送到另一台机器上传，并取得中心回执。',
      en: 'Without the outside line, carry the result package on a stick to another machine, upload it and get the receipt of the centre.',
    },
    measures: [most('until-written', { zh: '从收卷到写入U盘', en: 'from the close to the stick' }, SECONDS, 300)],
  },
  {
    stepId: 'power',
    byTwo: true,
    name: { zh: '停电', en: 'Power cut' },
    task: {
      zh: '断开市电，由备用电源支撑；再恢复供电，继续考试。',
      en: 'Cut the mains, run on batteries, bring the mains back and go on.',
    },
    measures: [
      byPeople(least('battery', { zh: '备用电源可维持', en: 'batteries last' }, MINUTES, 30)),
      byPeople(most('until-resumed', { zh: '恢复供电后到继续考试', en: 'from the mains to going on' }, SECONDS, 300)),
    ],
  },
]
