import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { Editor } from './editor.tsx'
import { NewProject } from './new-project.tsx'
import { Preview } from './preview.tsx'
import { Publish } from './publish.tsx'
import { Settings } from './settings.tsx'
import type { SiteProps } from './view.ts'
import { VisitLog } from './visit-log.tsx'
import { words } from './words.ts'

type Tab = keyof typeof words.tabs
const TABS = Object.keys(words.tabs) as readonly Tab[]

/** 网站建设: one project at a time, its files, how it looks, where it is published, who came. */
export function SitePage(props: SiteProps) {
  const { projects } = props.view
  const [chosen, setChosen] = useState<string | null>(null)
  const [tab, setTab] = useState<Tab>('edit')
  const project = projects.find(p => p.id === chosen) ?? projects[0]
  return (
    <div className="site">
      <header className="site-head">
        <p className="site-name">
          <Icon name="columns" size={20} />
          {words.name}
        </p>
        <nav aria-label={words.parts}>
          {TABS.map(id => (
            <button type="button" key={id} aria-current={id === tab ? 'page' : undefined} onClick={() => setTab(id)}>
              {words.tabs[id]}
            </button>
          ))}
        </nav>
        {project !== undefined && (
          <label className="site-project">
            <span>{words.project}</span>
            <select value={project.id} onChange={event => setChosen((event.target as HTMLSelectElement).value)}>
              {projects.map(({ id, name }) => (
                <option value={id} key={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <div hidden={tab !== 'edit'}>
        <Projects {...props} current={project?.id ?? null} onMade={setChosen} />
      </div>
      {tab === 'publish' && <Publish {...props} project={project ?? null} />}
      {tab === 'log' && <VisitLog {...props} />}
      {project === undefined && (tab === 'preview' || tab === 'settings') && <p className="site-empty">{words.firstProject}</p>}
      {project !== undefined && tab === 'preview' && <Preview {...props} project={project} key={project.id} />}
      {project !== undefined && tab === 'settings' && <Settings {...props} project={project} key={project.id} />}
    </div>
  )
}

type ProjectsProps = SiteProps & { readonly current: string | null; readonly onMade: (id: string) => void }

/** Every project keeps its editor, so that nothing half written is lost when one looks at another. */
function Projects(props: ProjectsProps) {
  const { current, view } = props
  return (
    <>
      {view.projects.map(project => (
        <div hidden={project.id !== current} key={project.id}>
          <Editor {...props} project={project} />
        </div>
      ))}
      <NewProject {...props} isFirst={view.projects.length === 0} />
    </>
  )
}
