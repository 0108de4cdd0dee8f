import type { Instant } from '../../../kernel/instant.ts'
import { call, type AnswerOf, type Told } from '../../../ui/client.ts'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { useEffect, useState } from '../../../ui/hooks.ts'
import { showInstant } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { listTasks, listWorlds, openOwnWorld } from '../contract.ts'
import { JoinWorkshop } from './board/join-workshop.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Task = AnswerOf<typeof listTasks>['tasks'][number]
type World = AnswerOf<typeof listWorlds>['worlds'][number]
const MODES = ['guided', 'practice', 'explore'] as const

/** The tasks on offer, each with the ways to begin it, and the worlds that can be resumed. */
export function TasksPage() {
  const words = useWords(zh, en).tasks
  const [tasks, setTasks] = useState<readonly Task[] | null>(null)
  const [teaches, setTeaches] = useState(false)
  const [worlds, setWorlds] = useState<readonly World[] | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    void Promise.all([call(listTasks, {}), call(listWorlds, { query: {} })]).then(([offered, own]) => {
      if (offered.ok) {
        setTasks(offered.value.tasks)
        setTeaches(offered.value.teaches)
      } else setTold(offered.refusal)
      if (own.ok) setWorlds(own.value.worlds)
    })
  }, [])
  const open = async (task: string, mode: (typeof MODES)[number]): Promise<void> => {
    const answer = await call(openOwnWorld, { body: { task, mode } })
    if (answer.ok) location.assign(`/lab/worlds/${answer.value.worldId}`)
    else setTold(answer.refusal)
  }
  return (
    <main className="lab-tasks" aria-busy={tasks === null && told === null}>
      <h1>{words.title}</h1>
      <p className="z-reading">{words.lead}</p>
      {told !== null && <RefusalNote refusal={told} />}
      {tasks !== null && <JoinWorkshop teaches={teaches} />}
      {tasks === null && told === null && <WaitingSkeleton head={false} lines={2} />}
      {tasks !== null && <Offered tasks={tasks} onOpen={open} />}
      {worlds !== null && (
        <>
          <h2>{words.own}</h2>
          {worlds.length === 0 && <p className="z-note">{words.none}</p>}
          <Own worlds={worlds} />
        </>
      )}
    </main>
  )
}

type Open = (task: string, mode: (typeof MODES)[number]) => Promise<void>

function Offered({ tasks, onOpen }: { readonly tasks: readonly Task[]; readonly onOpen: Open }) {
  const words = useWords(zh, en).tasks
  // a lesson sends people to one task and one way of working; they begin it themselves
  useEffect(() => {
    const asked = new URLSearchParams(location.search)
    document.getElementById(`open-${asked.get('task') ?? ''}-${asked.get('mode') ?? ''}`)?.focus()
  }, [])
  return (
    <ul className="lab-task-list">
      {tasks.map(task => (
        <li key={task.task}>
          <div>
            <h2>
              <span className="z-note">{task.task}</span> {task.title}
            </h2>
            <p className="z-note">
              {[
                task.kind,
                fill(words.minutes, { n: task.minutes }),
                fill(words.marks, { n: task.marks }),
                task.apps.map(a => a.zh).join('、'),
              ].join('　')}
            </p>
          </div>
          <div className="lab-buttons">
            {MODES.map(mode => (
              <button
                type="button"
                id={`open-${task.task}-${mode}`}
                className={mode === 'practice' ? 'z-button z-button-primary' : 'z-button'}
                title={words.hint[mode]}
                key={mode}
                onClick={() => void onOpen(task.task, mode)}
              >
                {words.open[mode]}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Own({ worlds }: { readonly worlds: readonly World[] }) {
  const { tasks: words, replay } = useWords(zh, en)
  const language = useLanguage()
  return (
    <ul className="lab-task-list">
      {worlds.map(world => (
        <li key={world.worldId}>
          <div>
            <h3>
              <span className="z-note">{world.task}</span> {world.title}
            </h3>
            <p className="z-note">
              {[words.mode[world.mode], fill(words.lap, { n: world.lap }), showInstant(world.touchedAt as Instant, language)].join('　')}
            </p>
          </div>
          <div className="lab-buttons">
            <a className="z-button" href={`/lab/worlds/${world.worldId}/replay`}>
              {replay.open}
            </a>
            <a className="z-button" href={`/lab/worlds/${world.worldId}`}>
              {words.resume}
            </a>
          </div>
        </li>
      ))}
    </ul>
  )
}
