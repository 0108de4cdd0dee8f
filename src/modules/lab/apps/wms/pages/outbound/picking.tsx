import { useState } from '../../../../../../ui/hooks.ts'
import { Empty, Panel, StateWord, nameOf } from '../parts.tsx'
import { Scanner } from './scanner.tsx'
import type { Picked, WmsProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.pick

/** Tasks of all waves in the order in which one walks past their places. */
function tasksOf({ view }: WmsProps): Picked[] {
  const routeOf = (loc: string): number => view.locations.find(place => place.code === loc)?.route ?? 0
  return view.outbounds
    .flatMap(({ orderNo, tasks, may }) => tasks.map(task => ({ ...task, orderNo, canPick: may.includes('pick') })))
    .filter(task => task.wave !== '' && task.state !== 'gone')
    .toSorted((a, b) => routeOf(a.loc) - routeOf(b.loc))
}

/** 拣货: the walking list, and the hand-held scanner with the task that is worked on. */
export function Picking(props: WmsProps) {
  const tasks = tasksOf(props)
  const [chosen, setChosen] = useState<string | null>(null)
  const open = tasks.filter(t => t.state === 'open')
  const task = open.find(t => t.id === chosen) ?? open.find(t => t.canPick)
  return (
    <div className="wms-pick">
      <Panel title={w.list} aside={<span className="z-note">{`${w.done} ${tasks.length - open.length} / ${tasks.length}`}</span>}>
        {tasks.length === 0 && <Empty text={w.none} />}
        <ol className="wms-walk">
          {tasks.map(t => (
            <li key={t.id}>
              <button type="button" aria-current={t.id === task?.id} disabled={t.state !== 'open'} onClick={() => setChosen(t.id)}>
                <b>{t.loc}</b>
                <span>
                  {nameOf(props.view, t.sku)}
                  <small>
                    {t.orderNo}　{words.lot} {t.lot}
                  </small>
                </span>
                <span className="wms-count">{t.state === 'open' ? `× ${t.quantity}` : `${t.picked} / ${t.quantity}`}</span>
                {t.state === 'done' && <StateWord state="done" zh={w.done} />}
              </button>
            </li>
          ))}
        </ol>
      </Panel>
      {task !== undefined && <Scanner {...props} task={task} key={task.id} />}
    </div>
  )
}
