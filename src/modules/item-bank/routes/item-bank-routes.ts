import { type RateLimit, type Route, route } from '../../../platform/http/route.ts'
import { keepMedia, sendMedia } from '../actions/assets/media.ts'
import { addNextStimulus, openStimulus, startStimulus, viewStimuli, viewStimulusUses } from '../actions/assets/stimuli.ts'
import { sendExport, sendPattern, viewExportLosses } from '../actions/exchange/export-items.ts'
import { importFile } from '../actions/exchange/import-items.ts'
import { MOST_IMPORT_BYTES } from '../actions/exchange/open-source.ts'
import { openContent, previewContent, viewHistory, viewVersion } from '../actions/reading/read-version.ts'
import { searchBank, searchSimilar } from '../actions/reading/search-bank.ts'
import { openItem, viewCoverage, viewItems } from '../actions/reading/view-bank.ts'
import { viewDashboard, viewQueue, viewSpecification } from '../actions/reading/view-figures.ts'
import { MOST_SPECIFICATION_BYTES, importWorkbook } from '../actions/specifications/import-specification.ts'
import { sendSpecification, sendSpecificationPattern, viewSpecifications } from '../actions/specifications/show-specifications.ts'
import { approve, beginTrial, judgeVersion, putIntoOperation, retire, returnToWriter, sendDraft, withdraw } from '../actions/steps/steps.ts'
import { keepEnemies, keepStatistic, remark, settleThread } from '../actions/writing/remarks.ts'
import { checkWriting, keepDraft, startDraft, startNextVersion } from '../actions/writing/write-draft.ts'
import * as bank from '../contract.ts'
import { mayApproveItems, mayEnterSpecifications, mayReviewItems, mayUseBank, mayWriteItems } from '../core/policy.ts'

const perMinute = (max: number): RateLimit => ({ max, perSeconds: 60, by: 'caller' })
/** Readings are slow on purpose: nobody carries the bank away item by item. */
const READING = perMinute(60)
const LOOKING = perMinute(120)
const WRITING = perMinute(240)
/** A level leaves in files of 500 items: a bank of 30,000 items in one go. */
const EXPORTING = perMinute(60)
const PICTURE_UPLOAD_BYTES = 2 * 1024 * 1024 + 64 * 1024

export const itemBankRoutes: readonly Route[] = [
  route(bank.showCoverage, { policy: mayUseBank, action: viewCoverage }),
  route(bank.listBankItems, { policy: mayUseBank, action: viewItems }),
  route(bank.readItem, { policy: mayUseBank, action: openItem, limit: READING }),
  route(bank.createDraft, { policy: mayWriteItems, action: startDraft, limit: WRITING }),
  route(bank.saveDraft, { policy: mayWriteItems, action: keepDraft, limit: WRITING }),
  route(bank.checkItem, { policy: mayUseBank, action: checkWriting, limit: WRITING }),
  route(bank.makeNextVersion, { policy: mayWriteItems, action: startNextVersion, limit: READING }),
  route(bank.sendToItemReview, { policy: mayWriteItems, action: sendDraft, limit: WRITING }),
  route(bank.withdrawVersion, { policy: mayWriteItems, action: withdraw }),
  route(bank.giveVerdict, { policy: mayReviewItems, action: judgeVersion }),
  route(bank.approveVersion, { policy: mayApproveItems, action: approve }),
  route(bank.returnVersion, { policy: mayApproveItems, action: returnToWriter }),
  route(bank.startTrial, { policy: mayApproveItems, action: beginTrial }),
  route(bank.makeOperational, { policy: mayApproveItems, action: putIntoOperation }),
  route(bank.retireVersion, { policy: mayApproveItems, action: retire }),
  route(bank.showVersion, { policy: mayUseBank, action: viewVersion }),
  route(bank.readVersion, { policy: mayUseBank, action: openContent, limit: READING }),
  route(bank.previewVersion, { policy: mayUseBank, action: previewContent, limit: READING }),
  route(bank.showHistory, { policy: mayUseBank, action: viewHistory }),
  route(bank.addComment, { policy: mayUseBank, action: remark }),
  route(bank.resolveThread, { policy: mayUseBank, action: settleThread }),
  route(bank.enterStatistic, { policy: mayUseBank, action: keepStatistic }),
  route(bank.setEnemies, { policy: mayUseBank, action: keepEnemies }),
  route(bank.searchItems, { policy: mayUseBank, action: searchBank, limit: LOOKING }),
  route(bank.findSimilar, { policy: mayUseBank, action: searchSimilar, limit: LOOKING }),
  route(bank.showQueue, { policy: mayUseBank, action: viewQueue }),
  route(bank.showDashboard, { policy: mayUseBank, action: viewDashboard }),
  route(bank.showSpecification, { policy: mayUseBank, action: viewSpecification }),
  route(bank.listSpecifications, { policy: mayUseBank, action: viewSpecifications }),
  route(bank.importSpecification, {
    policy: mayEnterSpecifications,
    outside: importWorkbook,
    limit: perMinute(20),
    maxBytes: MOST_SPECIFICATION_BYTES + 64 * 1024,
  }),
  route(bank.exportSpecification, { policy: mayUseBank, action: sendSpecification, limit: perMinute(20) }),
  route(bank.showSpecificationPattern, { policy: mayEnterSpecifications, action: sendSpecificationPattern, limit: perMinute(20) }),
  route(bank.addMedia, { policy: mayWriteItems, action: keepMedia, limit: READING, maxBytes: PICTURE_UPLOAD_BYTES }),
  route(bank.showMedia, { policy: mayUseBank, action: sendMedia, limit: perMinute(600) }),
  route(bank.importItems, { policy: mayWriteItems, outside: importFile, limit: perMinute(20), maxBytes: MOST_IMPORT_BYTES + 64 * 1024 }),
  route(bank.showExportLosses, { policy: mayApproveItems, action: viewExportLosses, limit: EXPORTING }),
  route(bank.exportItems, { policy: mayApproveItems, action: sendExport, limit: EXPORTING }),
  route(bank.showWorkbookPattern, { policy: mayWriteItems, action: sendPattern, limit: perMinute(20) }),
  route(bank.createStimulus, { policy: mayWriteItems, action: startStimulus }),
  route(bank.addStimulusVersion, { policy: mayWriteItems, action: addNextStimulus }),
  route(bank.listStimuli, { policy: mayUseBank, action: viewStimuli }),
  route(bank.listStimulusUses, { policy: mayUseBank, action: viewStimulusUses }),
  route(bank.readStimulus, { policy: mayUseBank, action: openStimulus, limit: READING }),
]
