import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What is wrong with a text that a person typed or wrote down. */
const keyTextRefusals: RefusalCatalogue = {
  'key-symbol': {
    status: 422,
    zh: '第{group}组中的“{symbol}”不是密钥用的字符，密钥未被采用。密钥只用数字和除I、L、O、U以外的字母，请与报读的人核对这一组。',
    en: '“{symbol}” in group {group} cannot stand in a key. Only digits and letters without I, L, O and U are used; check this group with the person who read it out.',
  },
  'key-length': {
    status: 422,
    zh: '输入了{found}个字符，应为{wanted}个（{groups}组，每组4个），密钥未被采用。请逐组数一遍，看看漏了或多了哪一组。',
    en: '{found} characters were entered and {wanted} are needed ({groups} groups of 4). Count the groups and see which is missing or doubled.',
  },
  'key-mistyped-in': {
    status: 422,
    zh: '密钥校验不通过，多半是第{group}组听错或抄错了一个字符。请只核对第{group}组，改好后重新输入。',
    en: 'The key does not check; most likely one character of group {group} was misheard. Check group {group} and enter it again.',
  },
  'key-mistyped': {
    status: 422,
    zh: '密钥校验不通过，有一处以上听错或抄错。请对方从第1组起慢慢重读一遍，逐字核对。',
    en: 'The key does not check and more than one character is wrong. Have it read again slowly from group 1.',
  },
  'pass-phrase-short': {
    status: 422,
    zh: '口令至少要有{least}个字符，密钥未生成。请换一句只有自己记得住的话。',
    en: 'The pass phrase needs {least} characters and no key was made. Choose a sentence that only you will remember.',
  },
  'share-of-another-key': {
    status: 422,
    zh: '第{place}份密钥份额属于另一把密钥，未被采用。请核对份额卡上的考次，换上同一把密钥的份额。',
    en: 'Share {place} belongs to another key. Check the session on the card and bring the share of the same key.',
  },
  'share-twice': {
    status: 422,
    zh: '第{place}份密钥份额已经输入过，同一份不能算两次。请由另一位密钥保管人输入自己的份额。',
    en: 'Share {place} was entered already and counts once. Another custodian has to enter theirs.',
  },
  'shares-too-few': {
    status: 422,
    zh: '只有{found}份密钥份额，至少需要{needed}份才能恢复启封密钥。请联系其他密钥保管人。',
    en: 'There are {found} shares and at least {needed} are needed. Call further custodians.',
  },
  'shares-do-not-join': {
    status: 422,
    zh: '这些份额合不成启封密钥，其中至少有一份不对。请各位密钥保管人核对自己的份额卡，必要时换一位保管人。',
    en: 'These shares do not give the opening key; at least one is wrong. Check the cards, or bring in another custodian.',
  },
}

/** What is wrong with a package as it came. */
const packageRefusals: RefusalCatalogue = {
  'package-not-one': {
    status: 415,
    zh: '这个文件不是考点试卷包（.zhpkg），未被导入。请选择中心下发的试卷包文件。',
    en: 'This is not a site package (.zhpkg). Choose the file that the centre handed out.',
  },
  'manifest-invalid': {
    status: 422,
    zh: '试卷包的清单残缺或被改动，未被导入。请重新获取；如仍如此，请停用该文件并立即报告中心。',
    en: 'The manifest of the package is incomplete or altered. Fetch the package again; if it stays so, set the file aside and tell the centre at once.',
  },
  'seals-unknown': {
    status: 422,
    zh: '试卷包上有本考点不认识的封装人“{sealer}”，未被导入。请向中心核对封装人名单。',
    en: 'The package carries a seal of “{sealer}”, whom this site does not know. Ask the centre for the list of sealers.',
  },
  'seal-forged': {
    status: 422,
    zh: '封装人{sealer}的签名与试卷包不符，试卷包可能被改动过，未被导入。请停用该文件并立即报告中心。',
    en: 'The seal of {sealer} does not fit; the package may have been altered. Set the file aside and tell the centre at once.',
  },
  'seals-too-few': {
    status: 422,
    zh: '试卷包只有{found}位封装人的签名，需要两位，未被导入。请向中心重新获取。',
    en: 'The package has {found} seals and needs two. Ask the centre for another.',
  },
  'seals-one-person': {
    status: 422,
    zh: '试卷包上的签名出自同一位封装人，需要两位不同的人，未被导入。请报告中心。',
    en: 'The seals on the package are of one person; two different persons are needed. Tell the centre.',
  },
  'suite-refused': {
    status: 422,
    zh: '试卷包的加密方式“{suite}”不在本考点允许之列，未被导入。请报告中心，不要自行更改设置。',
    en: 'The package is sealed by the suite “{suite}”, which this site does not accept. Tell the centre and change no settings.',
  },
  'package-of-another-site': {
    status: 422,
    zh: '这是考点{site}的试卷包，本考点是{own}，未被导入。请换成本考点的试卷包，并告知中心发错了。',
    en: 'This package is for site {site} and this is {own}. Take the one of this site and tell the centre of the mix-up.',
  },
  'package-needs-other-engine': {
    status: 409,
    zh: '试卷包要求系统版本{from}至{until}，本机为{engine}，未被导入。请考点系统管理员换上规定的版本。',
    en: 'The package needs release {from} to {until} and this is {engine}. The site engineer has to install the release laid down.',
  },
  'package-not-yet-valid': {
    status: 409,
    zh: '试卷包自{from}起有效，现在还不能使用。请核对服务器时间，到时再试。',
    en: 'The package is valid from {from} and cannot be used yet. Check the clock of the server and try again then.',
  },
  'package-expired': {
    status: 409,
    zh: '试卷包已于{until}失效，不能再使用。请核对服务器时间；时间无误的，请联系中心补发。',
    en: 'The package expired at {until}. Check the clock of the server; if it is right, ask the centre for another.',
  },
  'part-cut-short': {
    status: 422,
    zh: '试卷包没有传完：{part}只有{found}字节，应为{wanted}字节。请重新复制或下载，不必联系中心补发密钥。',
    en: 'The package did not arrive whole: {part} has {found} bytes of {wanted}. Copy or fetch it again; the key stays the same.',
  },
  'part-changed': {
    status: 422,
    zh: '试卷包中的{part}与封装时不同，可能在传输中损坏或被改动，未被采用。请重新获取；如仍如此，请立即报告中心。',
    en: '{part} in the package is not what was sealed; it was damaged or altered. Fetch it again; if it stays so, tell the centre at once.',
  },
  'site-key-wrong': {
    status: 422,
    zh: '本机的考点密钥打不开这个试卷包，可能是换过服务器或重新登记过密钥。请考点系统管理员装回登记时的密钥，或联系中心重新封装。',
    en: 'The key of this site does not open the package; the server or its key was replaced since. Put the enrolled key back, or have the package sealed again.',
  },
  'package-parts-differ': {
    status: 422,
    zh: '试卷包各部分互不相符，未被采用。请停用该文件并立即报告中心。',
    en: 'The parts of the package do not belong together. Set the file aside and tell the centre at once.',
  },
}

/** Why the papers stay shut. */
const openingRefusals: RefusalCatalogue = {
  'key-wrong': {
    status: 422,
    zh: '这不是本试卷包的启封密钥：抄写无误，但密钥不对。请向中心说明考点和考次，核对后重新索取；试卷包没有受影响。',
    en: 'This is not the opening key of this package: it was written down rightly, but it is another key. Tell the centre site and session and ask again; the package is unharmed.',
  },
  'rehearsal-key': {
    status: 422,
    zh: '这是演练（{title}）的密钥，打不开正式试卷包。请使用今天正式考试的启封密钥。',
    en: 'This is the key of the rehearsal ({title}) and does not open the real package. Use the opening key of the real session.',
  },
  'real-key': {
    status: 422,
    zh: '这是正式考试（{title}）的启封密钥，请勿用于演练，也不要再给他人看。请立即报告中心，并改用演练密钥。',
    en: 'This is the opening key of the real session ({title}). Do not use it for a rehearsal or show it to anybody; tell the centre at once and take the rehearsal key.',
  },
  'opening-too-early': {
    status: 409,
    zh: '还没到启封时间，{from}起方可启封。请两位启封人届时再操作，密钥不必重新索取。',
    en: 'It is too early: the papers may be opened from {from}. Come back then; the key stays good.',
  },
  'opening-too-late': {
    status: 409,
    zh: '已过启封截止时间{until}，试卷不能再启封。请维持考场秩序并联系中心，由中心决定改期。',
    en: 'The papers could be opened until {until} and cannot any more. Keep order and call the centre, which decides on another date.',
  },
  'form-key-too-early': {
    status: 409,
    zh: '本场次{from}开考，此前不能向考生机发放试卷。请等到开考时间。',
    en: 'The sitting begins at {from}; the machines get nothing before. Wait for the beginning.',
  },
  'opener-unknown': {
    status: 403,
    zh: '启封人不在本考点的工作人员名单中，或口令不正确。请核对姓名和口令。',
    en: 'One of the two is not on the staff list of this site, or the pass phrase is wrong. Check both.',
  },
  'opening-one-person': {
    status: 403,
    zh: '两次输入的都是{name}，启封须由两个人当面完成。请另一位启封人输入自己的口令。',
    en: 'Both entries are {name}; opening takes two persons, both present. The other one has to enter their own pass phrase.',
  },
  'opening-duties': {
    status: 403,
    zh: '启封须由考点负责人和考点系统管理员共同完成，这两位的职责不符合。请换上相应人员。',
    en: 'Opening takes the site manager and the site engineer; these two do not hold both duties. Bring in the right persons.',
  },
}

export const sealRefusals: RefusalCatalogue = { ...keyTextRefusals, ...packageRefusals, ...openingRefusals }
