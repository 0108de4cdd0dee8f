import { useState } from '../../../../../ui/hooks.ts'
import { AssetTool } from './asset-tool.tsx'
import { CodeArea } from './code-area.tsx'
import { FileTree } from './file-tree.tsx'
import { FormTool } from './form-tool.tsx'
import { NavTool } from './nav-tool.tsx'
import { Report } from './report.tsx'
import type { Bench, PageTool, SiteFile } from './view.ts'
import { words } from './words.ts'

type Tool = keyof typeof words.tools
const TOOLS = Object.keys(words.tools) as readonly Tool[]

/** Files on the left, the text of one in the middle, tools that write into it on the right. */
export function Editor(props: Bench) {
  const { project, act } = props
  const [path, setPath] = useState<string | null>(null)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const first = project.files.find(f => f.path === 'index.html') ?? project.files[0]
  const file = project.files.find(f => f.path === path) ?? first
  const typed = file === undefined ? undefined : texts[file.path]
  const save = async (target: SiteFile, text: string): Promise<boolean> => {
    const acted = await act('site.file.save', { project: project.id, path: target.path, text })
    if (acted.kind !== 'done') return false
    // what was typed on while it was being saved is not saved yet
    setTexts(now => (now[target.path] === text ? without(now, target.path) : now))
    return true
  }
  const flush = async (): Promise<boolean> => (file === undefined || typed === undefined ? true : save(file, typed))
  return (
    <div className="site-editor">
      <FileTree {...props} current={file?.path ?? null} edited={Object.keys(texts)} onPath={setPath} />
      {file === undefined ? (
        <p className="site-empty">{words.chooseFile}</p>
      ) : (
        <CodeArea
          {...props}
          file={file}
          text={typed ?? file.text}
          isEdited={typed !== undefined}
          onText={text => setTexts(now => ({ ...now, [file.path]: text }))}
          onSave={() => void save(file, typed ?? file.text)}
        />
      )}
      <Toolbox {...props} page={file?.kind === 'html' ? file.path : null} flush={flush} />
    </div>
  )
}

function without(texts: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== path))
}

function Toolbox(props: PageTool) {
  const [tool, setTool] = useState<Tool>('asset')
  return (
    <aside className="site-tools" aria-label={words.toolbox}>
      <nav aria-label={words.toolbox}>
        {TOOLS.map(id => (
          <button type="button" key={id} aria-current={id === tool ? 'true' : undefined} onClick={() => setTool(id)}>
            {words.tools[id]}
          </button>
        ))}
      </nav>
      <div hidden={tool !== 'asset'}>
        <AssetTool {...props} />
      </div>
      <div hidden={tool !== 'nav'}>
        <NavTool {...props} />
      </div>
      <div hidden={tool !== 'form'}>
        <FormTool {...props} />
      </div>
      <div hidden={tool !== 'report'}>
        <Report {...props} />
      </div>
    </aside>
  )
}
