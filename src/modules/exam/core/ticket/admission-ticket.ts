import { clockOf, dayOf, type Instant } from '../../../../kernel/instant.ts'
import { weekday } from '../../../../kernel/local-date.ts'
import { COMPUTER_ROOM_RULE } from '../hall/check-in.ts'
import { PAPER_NAMES } from '../session-template.ts'
import type { TicketView } from '../views.ts'

const { entryMinutesBefore, lateMinutesAfter, absentMinutesAfter } = COMPUTER_ROOM_RULE
const HAND_IN_MINUTES = 30 // hand-in from 30 minutes after the start (Anhui 2016)

/** The rules of the computer room, as they stand on every ticket. */
export const ROOM_RULES: readonly { readonly zh: string; readonly en: string }[] = [
  {
    zh: `开考前${entryMinutesBefore}分钟起，凭准考证和有效身份证件（居民身份证、军官证、士兵证或护照）入场，在机位上核对本人信息并签署诚信承诺书。`,
    en: `Enter from ${entryMinutesBefore} minutes before the start with this ticket and a valid document (resident ID card, officer's or soldier's card, or passport); check the identity shown at your machine and sign the integrity pledge.`,
  },
  {
    zh: `开考${lateMinutesAfter}分钟后不得入场，迟到不延长考试时间；开考${absentMinutesAfter}分钟仍未登录确认的，按缺考处理。`,
    en: `Nobody enters later than ${lateMinutesAfter} minutes after the start, and late entry gives no extra time; whoever has not signed in within ${absentMinutesAfter} minutes is absent.`,
  },
  {
    zh: `开考${HAND_IN_MINUTES}分钟后方可交卷，最后10分钟交卷须经监考员同意，交卷离场后不得返回。`,
    en: `You may hand in from ${HAND_IN_MINUTES} minutes after the start, in the last ten minutes only with the invigilator's consent; there is no return.`,
  },
  {
    zh: '手机、电子设备、书籍资料和自带纸张不得带至座位。',
    en: 'Phones, electronic devices, books and paper of your own may not be taken to the seat.',
  },
  {
    zh: '机器反应缓慢或出现故障时请举手，不要反复按键；试题内容不予解释，操作问题可举手询问。',
    en: 'When the machine is slow or fails, raise your hand and do not hammer the keys; questions are answered on operation, never on content.',
  },
  {
    zh: '违反考场纪律的，视情节给予警告、终止考试、成绩无效或取消资格，并记入考场记录。',
    en: 'Breaches lead to a warning, the end of the exam, void results or loss of the qualification, and are written in the room record.',
  },
]

/**
 * An admission ticket as a plain document, to be set on A4. Everything on it is masked as far as the door allows: the name in
 * full, the ID number without the birth date.
 */
export function admissionTicket(
  ticket: TicketView,
  about: { readonly issuer: string; readonly footer: string; readonly printedAt: Instant },
) {
  const [first] = ticket.papers
  return {
    name: `准考证${ticket.ticketNumber}`,
    language: 'zh-CN',
    issuer: about.issuer,
    title: '准考证',
    subtitle: `${ticket.levelName}　${ticket.code}考次`,
    seal: true,
    code: { text: ticket.ticketNumber, caption: '扫码核对准考证号' },
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: '姓名', value: ticket.name, strong: true },
          { label: '准考证号', value: groupedNumber(ticket.ticketNumber), strong: true },
          { label: '证件号码', value: ticket.idMasked },
          { label: '申报等级', value: ticket.levelName },
          { label: '考试日期', value: first ? showDay(first.startsAt) : '' },
          { label: '考点', value: first?.siteName ?? '' },
          { label: '考点地址', value: first?.siteAddress || '见考点通知' },
        ],
        photo: { caption: '近期二寸免冠照片' },
      },
      {
        kind: 'table',
        title: '考试安排',
        head: ['科目', '时间', '考场', '座位', '最迟入场'],
        rows: ticket.papers.map(paperRow),
        widths: [22, 34, 26, 14, 20],
      },
      { kind: 'rules', title: '考场规则', items: ROOM_RULES.map(rule => rule.zh) },
      { kind: 'signatures', labels: ['考生签名', '监考员签名'] },
    ],
    footer: about.footer,
    printedAt: about.printedAt,
  } as const
}

function paperRow({ paper, startsAt, endsAt, roomName, seatNo }: TicketView['papers'][number]): readonly string[] {
  const latest = clockOf((startsAt + lateMinutesAfter * 60_000) as Instant)
  return [PAPER_NAMES[paper].zh, `${clockOf(startsAt as Instant)}—${clockOf(endsAt as Instant)}`, roomName, `${seatNo}号`, latest]
}

/** `26121000140101X` in groups that can be read out: 2612 10 001 4 01 01 X. */
export function groupedNumber(number: string): string {
  const cuts = [4, 6, 9, 10, 12, 14]
  return [0, ...cuts]
    .map((from, i) => number.slice(from, cuts[i] ?? number.length))
    .filter(Boolean)
    .join(' ')
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

function showDay(at: number): string {
  const day = dayOf(at as Instant)
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日（周${WEEKDAYS[weekday(day)]}）`
}
