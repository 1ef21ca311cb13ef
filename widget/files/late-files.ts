/** What comes with the first file that is chosen. */
export { FileDesk } from './desk.ts';
export { fileStyles } from './files.styles.ts';
export { fileList, told } from './files.template.ts';
