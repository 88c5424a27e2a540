import { createHash } from 'node:crypto';
import type { PressFiles } from './press-files.ts';

/** A font file as its npm package ships it. `sha256` is checked on every reading: another font would set other pages. */
export interface FontFile {
  readonly package: string;
  readonly file: string;
  readonly sha256: string;
}
/** A face that is loaded only when the data has letters that the house faces lack; `family` is the name Typst knows it by. */
export interface SpareFont extends FontFile {
  readonly family: string;
}

/** Text, tables, digests: always loaded (look/filings.md §1 says why these). All under the SIL Open Font License. */
export const houseFonts: readonly FontFile[] = [
  { package: '@expo-google-fonts/charis-sil', file: '400Regular/CharisSIL_400Regular.ttf', sha256: '6e006f4d80139119c2be9250ccfa19d423cdc48d5185a9ed1a9cbbc380719537' },
  {
    package: '@expo-google-fonts/charis-sil',
    file: '400Regular_Italic/CharisSIL_400Regular_Italic.ttf',
    sha256: '95e4eda1f44c164350a9b7d908d6a443a1848145cb009809ab64be4578b9d956',
  },
  { package: '@expo-google-fonts/charis-sil', file: '700Bold/CharisSIL_700Bold.ttf', sha256: 'deab36e7cfa694c2c4f5d7921eef7060af7b997475f833b0f58e56c39524f640' },
  { package: '@expo-google-fonts/source-sans-3', file: '400Regular/SourceSans3_400Regular.ttf', sha256: '393fb5b878ceed04aebc34b097e853ae5138c51d0c34b496ce8e2b47e0d0b94a' },
  {
    package: '@expo-google-fonts/source-sans-3',
    file: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
    sha256: 'f17facaa9ed293bb38526db3638e240510b7393c37ffa70e5c48f39575de44ab',
  },
  { package: '@expo-google-fonts/source-sans-3', file: '600SemiBold/SourceSans3_600SemiBold.ttf', sha256: 'bd2550fce2d295b0bf20bd8b1b7f1477da834f1066bd850aafdb4787a67a63ca' },
  { package: '@expo-google-fonts/source-code-pro', file: '400Regular/SourceCodePro_400Regular.ttf', sha256: '1bd0bb61d974f62f9cc208a162fd3a7a13f95ba0b56b88b870730bf3ae1ba358' },
];

/** In the order they are asked. The CJK ones are 8 and 5 MB: reading them costs more than the rest of a short filing. */
export const spareFonts: readonly SpareFont[] = [
  {
    family: 'Noto Naskh Arabic',
    package: '@expo-google-fonts/noto-naskh-arabic',
    file: '400Regular/NotoNaskhArabic_400Regular.ttf',
    sha256: '706b4580c025f6c75ec1c06013e17f00a23ec1780091b77a5a5b339469bda94d',
  },
  {
    family: 'Noto Serif Hebrew',
    package: '@expo-google-fonts/noto-serif-hebrew',
    file: '400Regular/NotoSerifHebrew_400Regular.ttf',
    sha256: '5e72a179024ad0463437b73b948f6d282da7d5b301a66e7f31efa05220c3fe02',
  },
  {
    family: 'Noto Sans S Chinese',
    package: '@embedpdf/fonts-sc',
    file: 'fonts/NotoSansHans-Regular.otf',
    sha256: '7db3c634bbd0301b3082a80ffcac2f422e8ef9ce0730f8b279c3e8f756598f68',
  },
  { family: 'Noto Sans Korean', package: '@embedpdf/fonts-kr', file: 'fonts/NotoSansKR-Regular.otf', sha256: 'ff59f91fe8d6e6246f548bb67bf371810af3d5cc53b65e8680461fabd043b506' },
];

/** Every font file of the filings: what the build copies to `dist/assets/fonts/<package>/<file>`. */
export const filingFonts: readonly FontFile[] = [...houseFonts, ...spareFonts];

/** The bytes of one font. Throws when they are not the pinned ones. */
export function readFont(files: PressFiles, font: FontFile): Uint8Array {
  const bytes = files.font(font);
  if (createHash('sha256').update(bytes).digest('hex') !== font.sha256) throw new Error(`font ${font.file} is not the pinned one`);
  return bytes;
}
