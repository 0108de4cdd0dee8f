import type { Role } from '../../../../kernel/actor.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import type { showQueue } from '../../contract.ts'
import type { ShownVersion } from '../shared/versions.ts'

type Queue = AnswerOf<typeof showQueue>
export const TABS = ['review', 'approve', 'decide', 'mine'] as const
export type Tab = (typeof TABS)[number]

/** The versions of a tab, those due first ahead. */
export function versionsIn(queue: Queue, tab: Tab): readonly ShownVersion[] {
  const lists = { review: queue.toReview, approve: queue.toApprove, decide: queue.toDecide, mine: queue.mine }
  const due = (version: ShownVersion) => version.dueAt ?? Number.POSITIVE_INFINITY
  return lists[tab].toSorted((a, b) => (due(a) === due(b) ? a.code.localeCompare(b.code) : due(a) - due(b)))
}

/** In which of the queues of others' items a version waits, and where it stands there; undefined when it does not wait. */
export function placeIn(
  queue: Queue,
  itemVersionId: string,
): { readonly tab: Tab; readonly at: number; readonly versions: readonly ShownVersion[] } | undefined {
  for (const tab of TABS.filter(each => each !== 'mine')) {
    const versions = versionsIn(queue, tab)
    const at = versions.findIndex(version => version.itemVersionId === itemVersionId)
    if (at >= 0) return { tab, at, versions }
  }
  return undefined
}

const DUTIES: Readonly<Record<Tab, Role>> = {
  review: 'item-reviewer',
  approve: 'national-officer',
  decide: 'national-officer',
  mine: 'item-writer',
}

/** The tabs of somebody with these roles, and any other with work in it. */
export function tabsFor(queue: Queue, roles: readonly Role[]): readonly Tab[] {
  return TABS.filter(tab => roles.includes(DUTIES[tab]) || versionsIn(queue, tab).length > 0)
}

/** The tab to open: the one asked for, else the first with work, else the first of all. */
export function tabToShow(queue: Queue, tabs: readonly Tab[], asked: string | null): Tab {
  return tabs.find(tab => tab === asked) ?? tabs.find(tab => versionsIn(queue, tab).length > 0) ?? tabs[0] ?? 'review'
}
