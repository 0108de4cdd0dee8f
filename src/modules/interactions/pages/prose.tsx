import { useWords } from '../../../ui/words.ts'
import type { Block, Prose } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Shows the blocks of an item's text. Texts are set as text, never as markup. */
export function ProseBlocks({ prose, id }: { readonly prose: Prose; readonly id?: string }) {
  const attributes = id === undefined ? {} : { id }
  return (
    <div className="z-prose" {...attributes}>
      {prose.map((block, at) => (
        <ProseBlock block={block} key={at} />
      ))}
    </div>
  )
}

function ProseBlock({ block }: { readonly block: Block }) {
  const words = useWords(zh, en)
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>
    case 'code':
      return (
        <pre tabIndex={0} aria-label={words.code}>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return (
        <div className="z-prose-table" tabIndex={0} role="group" aria-label={words.table}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, at) => (
                  <th scope="col" key={at}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}
