import { useCallback, useState } from 'react'
import { Link, useParams } from 'react-router'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { showHistory, showQueue, showVersion } from '../../contract.ts'
import type { ItemViews } from '../shared/item-views.ts'
import { Desk } from './desk/desk.tsx'
import { type DeskWork, FRESH_WORK } from './desk/desk-work.ts'
import { useFullScreen } from './desk/use-full-screen.ts'
import { placeIn } from './queue-tabs.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../item-bank.css'
import './review.css'

/** One version at a time over the whole window. What was done at a version is kept while the desk is open, so that one may go on and come back. */
export function ReviewDeskPage({ views }: { readonly views: ItemViews }) {
  const { itemVersionId = '' } = useParams()
  const [works, setWorks] = useState<ReadonlyMap<string, DeskWork>>(new Map())
  const change = useCallback(
    (part: Partial<DeskWork>) => setWorks(now => new Map(now).set(itemVersionId, { ...FRESH_WORK, ...now.get(itemVersionId), ...part })),
    [itemVersionId],
  )
  useFullScreen()
  return (
    <div className="z-review-desk">
      <AtDesk
        key={itemVersionId}
        itemVersionId={itemVersionId}
        views={views}
        work={works.get(itemVersionId) ?? FRESH_WORK}
        change={change}
      />
    </div>
  )
}

type Props = {
  readonly itemVersionId: string
  readonly views: ItemViews
  readonly work: DeskWork
  readonly change: (part: Partial<DeskWork>) => void
}

/** Nobody is shown the content of an item they may not decide about: own items are told apart before anything opens. */
function AtDesk({ itemVersionId, views, work, change }: Props) {
  const words = useWords(zh, en).desk
  const queue = useRead(showQueue, {})
  const version = useRead(showVersion, { params: { itemVersionId } })
  const itemId = version.data?.version.itemId ?? ''
  const history = useRead(showHistory, { params: { itemId } }, { enabled: itemId !== '' })
  const failed = [queue, version, history].find(read => read.isError)
  if (failed?.error)
    return (
      <NoDesk>
        <RefusalNote refusal={failed.error.told} what={words.previewRefused} onRetry={() => void failed.refetch()} />
      </NoDesk>
    )
  if (!queue.data || !version.data || !history.data)
    return (
      <NoDesk>
        <WaitingSkeleton lines={8} />
      </NoDesk>
    )
  const own = history.data.versions.some(each => each.isMine)
  const place = placeIn(queue.data, itemVersionId)
  if (own || (place === undefined && work.opened === null))
    return (
      <NoDesk>
        <EmptyState what={own ? words.own.what : words.notWaiting.what} how={own ? words.own.how : words.notWaiting.how} />
      </NoDesk>
    )
  return <Desk shown={version.data} history={history.data} place={place} views={views} work={work} change={change} />
}

function NoDesk({ children }: { readonly children: React.ReactNode }) {
  const words = useWords(zh, en).desk
  return (
    <div className="z-no-desk">
      <Link to="/items/reviews">{words.back}</Link>
      {children}
    </div>
  )
}
