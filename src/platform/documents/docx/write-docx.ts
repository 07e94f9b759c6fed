import {
  AlignmentType,
  CharacterSet,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { page, type PreparedDocument, textWidth } from '../layout/prepared.ts'
import { settlePackage } from './settle-package.ts'
import { paragraphOf, runsOf } from './text-runs.ts'
import { dashes, wordBlock } from './word-blocks.ts'
import { wordHead, wordSignatures } from './word-head.ts'
import { twips, wordStyles } from './word-styles.ts'

// The library packs a megabyte of faces in a second; `settlePackage` puts them in faster, under keys that do not change.
const faceToCome = Buffer.alloc(32)

/** Writes a document that Word and LibreOffice open and officials edit: styles, real headings and tables, fonts inside. */
export async function writeDocx(document: PreparedDocument): Promise<Uint8Array> {
  let pictures = 0
  const pictureId = () => (pictures += 1)
  const file = new Document({
    title: document.title,
    ...(document.subtitle === null ? {} : { subject: document.subtitle }),
    creator: document.letterhead.slice(0, 2).join(', '),
    lastModifiedBy: document.letterhead[0] ?? '',
    description: document.footer,
    styles: wordStyles,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 3 },
    fonts: [
      { name: 'PT Serif', data: faceToCome, bold: faceToCome, characterSet: CharacterSet.RUSSIAN },
      { name: 'PT Sans', data: faceToCome, bold: faceToCome, characterSet: CharacterSet.RUSSIAN },
    ],
    numbering: {
      config: [
        {
          reference: dashes,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '—',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: twips(13), hanging: twips(5.5) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              left: twips(page.left),
              right: twips(page.right),
              top: twips(page.top),
              bottom: twips(page.bottom),
              header: twips(10),
              footer: twips(9),
            },
          },
        },
        headers: { default: new Header({ children: [paragraphOf('Draft', draftMark(document))] }) },
        footers: { default: new Footer({ children: [footLine(document)] }) },
        children: [
          ...wordHead(document),
          ...document.blocks.flatMap((block) => wordBlock(block, pictureId)),
          ...wordSignatures(document),
        ],
      },
    ],
  })
  return settlePackage(await Packer.toBuffer(file), document.madeAt)
}

const draftMark = ({ registration }: PreparedDocument) => (registration === null ? 'ПРОЕКТ' : '')

function footLine({ footer }: PreparedDocument): Paragraph {
  return new Paragraph({
    style: 'PageFoot',
    tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth) }],
    children: [
      ...runsOf(footer),
      new TextRun({ children: ['\tСтраница ', PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES] }),
    ],
  })
}
