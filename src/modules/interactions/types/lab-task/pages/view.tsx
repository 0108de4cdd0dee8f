import { fill, useWords } from '../../../../../ui/words.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { LabTaskContent, LabTaskResponse } from '../type.ts'

/** The candidate's view: the brief, and where the laboratory opens. The work itself is done there. */
export function LabTaskView({ content, response, readOnly, name, mediaUrl, labAddress, openLab }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = LabTaskContent.parse(content)
  const given = LabTaskResponse.safeParse(response)
  const commands = given.success ? given.data.worldRun.commands : 0
  return (
    <>
      <ProseBlocks prose={item.brief} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <div className="z-lab">
        <p>{words.labWhere}</p>
        {openLab !== undefined ? (
          <button
            type="button"
            className="z-button z-button-primary z-lab-link"
            disabled={readOnly}
            aria-describedby={`${name}-stem`}
            onClick={openLab}
          >
            {commands === 0 ? words.labEnter : words.labGoOn}
          </button>
        ) : labAddress === undefined || readOnly ? (
          <p className="z-field-note">{words.labExamOnly}</p>
        ) : (
          <a className="z-button z-lab-link" href={labAddress} target="_blank" rel="noopener noreferrer" aria-describedby={`${name}-stem`}>
            {words.labOpen}
          </a>
        )}
        <p className="z-lab-state">{commands === 0 ? words.labNone : fill(words.labDone, { commands })}</p>
      </div>
    </>
  )
}
