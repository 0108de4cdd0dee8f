import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What a site may be told on the way of its papers in. */
const packageWayRefusals: RefusalCatalogue = {
  'forms-not-staged': {
    status: 404,
    zh: '本场考试没有预装的密封试卷。请在座位上等候，开考后试卷会自动打开。',
    en: 'This sitting has no sealed form to fetch. Wait at your seat; the paper opens at the start.',
  },
  'site-not-enrolled': {
    status: 409,
    zh: '本服务器还没有登记：缺少考点密钥或封装人名单。请考点系统管理员按《考试日手册》先完成登记，再导入试卷包。',
    en: 'This server is not enrolled: the site key or the list of sealers is missing. The site engineer enrols it first, then imports.',
  },
  'site-package-unknown': {
    status: 404,
    zh: '本服务器上没有这个考点数据包。请先导入，再启封。',
    en: 'This site package does not lie on this server. Import it first.',
  },
  'package-not-current': {
    status: 409,
    zh: '现在使用的是“{title}”，不是要启封的数据包。请重新导入今天要用的数据包，再启封。',
    en: '“{title}” is what is played here now, not this package. Import the package of today again, then open it.',
  },
  'package-older': {
    status: 409,
    zh: '这是较早的数据包（{sealedAt}封装），本机已有同一场次的更新版本（{newer}封装），未被采用。请使用最新的数据包。',
    en: 'This package is older (sealed {sealedAt}) than the one of the same sitting that lies here (sealed {newer}); it was not taken.',
  },
  'package-replayed': {
    status: 409,
    zh: '这个数据包的场次已经全部结束，不能再次使用。请核对文件，使用今天的数据包。',
    en: 'All sittings of this package are over; it cannot be used again. Take the package of today.',
  },
  'sitting-played': {
    status: 409,
    zh: '“{title}”已经发过试卷，名单不能再更换，数据包未被采用。请报告中心。',
    en: 'Papers of “{title}” were given out already; its roster cannot be replaced. Tell the centre.',
  },
  'papers-open-already': {
    status: 409,
    zh: '试卷已经启封，不必再次操作。',
    en: 'The papers are open already; nothing more is to be done.',
  },
}

/** What a site may be told on the way of its results home. */
const resultWayRefusals: RefusalCatalogue = {
  'result-no-centre': {
    status: 409,
    zh: '考点数据包中没有中心的接收公钥，结果包无法密封。数据都在，请不要清除，并联系中心。',
    en: 'The site package names no key of the centre, so nothing can be sealed for it. All data are here; keep them and call the centre.',
  },
  'result-not-whole': {
    status: 409,
    zh: '核对不平：从“{from}”到“{to}”少了{missing}人、多了{invented}人，结果包未生成。数据都在，请不要关机，并报告中心。',
    en: 'The ledger does not sum from “{from}” to “{to}” ({missing} missing, {invented} unknown); no package was made. Keep the server on and tell the centre.',
  },
  'result-peer-away': {
    status: 409,
    zh: '另一台服务器连接不上，结果包没有生成：它可能存有这台没有的作答。请先恢复连接；确认它已不能使用时，勾选“由本机单独生成”再办理。',
    en: 'The other server does not answer and no package was made: it may hold what this one does not. Bring it back; if it is lost, tick “by this server alone”.',
  },
  'result-peer-differs': {
    status: 409,
    zh: '两台服务器的记录有{count}处不一致，结果包没有生成。请等待双机一致后重试；仍不一致时保全两台服务器并报告中心，按中心答复办理。',
    en: 'The records of the two servers differ in {count} places and no package was made. Wait until both are in step; if they stay apart keep both and call the centre.',
  },
  'signing-pass-phrase': {
    status: 403,
    zh: '考点负责人的口令不正确，结果包未签署。请考点负责人本人重新输入。',
    en: 'The pass phrase of the site manager is wrong and nothing was signed. The manager has to enter it again.',
  },
  'receipt-not-one': {
    status: 422,
    zh: '这不是中心的回执文件，或内容残缺。请重新取得回执后再导入。',
    en: 'This is not a receipt of the centre, or it is incomplete. Fetch the receipt again.',
  },
  'purged-already': {
    status: 410,
    zh: '本场次的数据已按回执清除，不能再操作。中心存有全部结果。',
    en: 'The data of this sitting were deleted after the receipt; the centre holds all of it.',
  },
}

/** What a sending site is told by the centre. */
const uploadRefusals: RefusalCatalogue = {
  'site-unknown': {
    status: 404,
    zh: '中心没有考点{site}的登记，不能接收。请核对考点代码，或联系中心登记。',
    en: 'Site {site} is not enrolled at the centre. Check the code or have the site enrolled.',
  },
  'upload-unsigned': {
    status: 403,
    zh: '上传请求的签名与考点登记的密钥不符，未被接受。请在登记过的服务器上操作。',
    en: 'The request is not signed with the enrolled key of the site. Send from the server that was enrolled.',
  },
  'upload-too-large': {
    status: 413,
    zh: '结果包过大，不能上传。请改用移动存储送达，并联系中心。',
    en: 'The result package is too large to be sent. Bring it on a stick and call the centre.',
  },
  'upload-unknown': { status: 404, zh: '没有这次上传。请重新开始上传。', en: 'There is no such upload. Begin again.' },
  'upload-part-digest': {
    status: 422,
    zh: '第{part}块在传输中损坏，未被保存。请重传这一块，已传的其他部分不受影响。',
    en: 'Part {part} was damaged on its way and not kept. Send it again; the other parts are safe.',
  },
  'upload-part-length': {
    status: 422,
    zh: '第{part}块应有{wanted}字节，实有{found}字节，未被保存。请重传这一块。',
    en: 'Part {part} has {found} bytes instead of {wanted} and was not kept. Send it again.',
  },
  'upload-part-differs': {
    status: 409,
    zh: '第{part}块已经收到，且内容不同，未作改动。请核对文件后重新开始上传。',
    en: 'Part {part} is here with other contents; nothing was changed. Check the file and begin again.',
  },
  'upload-parts-missing': {
    status: 409,
    zh: '还有{count}块没有送达，结果包未被处理。请继续上传。',
    en: '{count} parts have not arrived. Go on with the upload.',
  },
  'upload-digest': {
    status: 422,
    zh: '全部送达，但合起来与考点声明的摘要不符，未被接收。请在考点重新上传。',
    en: 'Everything arrived, but together it is not what the site said it would send. Send it again from the site.',
  },
  'result-not-one': {
    status: 422,
    zh: '这不是结果包，或内容残缺，未被接收。请在考点重新生成并上传。',
    en: 'This is not a result package, or it is incomplete. The site has to build and send it again.',
  },
  'result-not-ours': {
    status: 422,
    zh: '结果包不是为本中心密封的，或已损坏，打不开。请在考点重新上传；如仍如此，请联系技术支持。',
    en: 'The result package was not sealed for this centre or is damaged, and does not open. Send it again; if it stays so, call for support.',
  },
  'result-key-unsworn': {
    status: 422,
    zh: '“{signer}”的签名密钥没有考点登记密钥的证明，结果包未被接收。请保全考点服务器并报告中心。',
    en: 'The key of “{signer}” is not vouched for by the enrolled key of the site. Keep the servers as they are and tell the centre.',
  },
  'result-file-missing': {
    status: 422,
    zh: '结果包缺少考生上传的文件（{count}个），未被接收。请在考点重新生成并上传。',
    en: '{count} files that candidates added are missing in the result package. The site has to build and send it again.',
  },
}

export const siteRefusals: RefusalCatalogue = { ...packageWayRefusals, ...resultWayRefusals, ...uploadRefusals }
