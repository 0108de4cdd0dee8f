import { useState } from '../../../../../ui/hooks.ts'
import { FileActs } from './file-acts.tsx'
import { sizeText } from './size-text.ts'
import { type DriveFile, type Tool, foldersOf } from './view.ts'
import { words } from './words.ts'

/** 我的文件: the files of the machine by folder; what is ticked can be worked on. */
export function Drive(props: Tool) {
  const { files } = props.view
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = files.filter(file => ticked.includes(file.id))
  const tick = (id: string): void => setTicked(ticked.includes(id) ? ticked.filter(t => t !== id) : [...ticked, id])
  if (files.length === 0) return <p className="z-note">{words.noFiles}</p>
  return (
    <div className="net-drive">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.folder}</th>
            <th scope="col" className="net-number">
              {words.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {foldersOf(files).flatMap(folder =>
            files
              .filter(file => file.folder === folder)
              .map(file => (
                <tr key={file.id} className={ticked.includes(file.id) ? 'net-ticked' : ''}>
                  <td>
                    <Pick file={file} isTicked={ticked.includes(file.id)} onTick={() => tick(file.id)} />
                  </td>
                  <td>{folder}</td>
                  <td className="net-number">{sizeText(file.bytes)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
      <FileActs {...props} chosen={chosen} onDone={() => setTicked([])} key={chosen.map(file => file.id).join()} />
    </div>
  )
}

function Pick({ file, isTicked, onTick }: { readonly file: DriveFile; readonly isTicked: boolean; readonly onTick: () => void }) {
  return (
    <label className="net-pick">
      <input type="checkbox" checked={isTicked} onChange={onTick} />
      <span>
        {file.name}
        {file.damaged && <strong>（{words.damaged}）</strong>}
      </span>
    </label>
  )
}
