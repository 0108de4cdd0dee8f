import { dayOf, instant } from '../../../../kernel/instant.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { showLeft } from '../../../../ui/format.ts'
import { type Language, fill } from '../../../../ui/words.ts'
import type { showQueue } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Queue = AnswerOf<typeof showQueue>
type Waits = { readonly text: string; readonly to: string }

/** What waits for whoever asks, the most pressing kind of work first; undefined when nothing does. */
export function waitingIn(queue: Queue, today: LocalDate | undefined, language: Language): Waits | undefined {
  const words = { zh, en }[language].waiting
  const returned = queue.mine.filter(version => version.state === 'returned')
  const kinds = [
    { versions: queue.toReview, text: words.review, to: '/items/reviews' },
    { versions: queue.toApprove, text: words.approve, to: '/items/reviews?tab=approve' },
    { versions: queue.toDecide, text: words.decide, to: '/items/reviews?tab=decide' },
    { versions: returned, text: words.returned, to: '/items/reviews?tab=mine' },
  ]
  const kind = kinds.find(each => each.versions.length > 0)
  if (kind === undefined) return undefined
  const first = Math.min(...kind.versions.flatMap(version => version.dueAt ?? []))
  const due = today === undefined || !Number.isFinite(first) ? '' : showLeft(today, dayOf(instant(first)), language)
  const told = fill(kind.text, { n: kind.versions.length })
  return { text: due === '' ? told : [told, fill(words.due, { due })].join(language === 'zh' ? '，' : ', '), to: kind.to }
}
