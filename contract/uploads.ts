/** Files on their way in, and as they are listed with a letter. */
import { z } from 'zod';
import { FILE_TYPES, fileLimits } from './limits.ts';
import { time } from './primitives.ts';

const uploadId = z.string().regex(/^[0-9a-z]{25}$/);
const uploadKey = z.string().min(1).max(64);

export const startUpload = z
  .object({
    bytes: z.int().min(0).describe('Of the whole file'),
    type: z
      .string()
      .max(100)
      .optional()
      .describe('As the browser says; only to refuse at once what is refused anyway'),
  })
  .meta({ id: 'StartUpload' });

export const uploadStarted = z
  .object({
    id: uploadId,
    key: z.string().describe('Shown once; `Authorization: Upload <key>` for everything about this upload'),
    url: z.string().describe('Path of the upload, below the service’s origin'),
    partBytes: z.int().describe('Every part has so many bytes, the last one the rest'),
    parts: z.int(),
    expiresAt: time.describe('Removed then, where no letter, supplement or reply took it'),
  })
  .meta({ id: 'UploadStarted' });
export type UploadStarted = z.infer<typeof uploadStarted>;

export const uploadedFile = z
  .object({
    id: uploadId,
    type: z.enum(FILE_TYPES).describe('As its content says'),
    bytes: z.int().describe('As kept, without metadata'),
    width: z.int().nullable().describe('Pixels as stored; null for documents'),
    height: z.int().nullable(),
  })
  .meta({ id: 'UploadedFile' });
export type UploadedFile = z.infer<typeof uploadedFile>;

export const uploadState = z
  .object({
    id: uploadId,
    partBytes: z.int(),
    parts: z.int(),
    have: z.array(z.int()).describe('Parts that have arrived, ascending from 1; the others are to be sent'),
    file: uploadedFile.nullable().describe('Once it is complete and was checked'),
    expiresAt: time.nullable().describe('null once a letter has it'),
  })
  .meta({ id: 'UploadState' });
export type UploadState = z.infer<typeof uploadState>;

/** An upload that is given with a letter. */
export const givenFile = z.object({ id: uploadId, key: uploadKey });
export type GivenFile = z.infer<typeof givenFile>;
export const givenFiles = z.array(givenFile).max(fileLimits.filesMax);

/** With a reply: an upload, or, without its key, a file of the draft that was returned. */
export const replyFile = z.object({ id: uploadId, key: uploadKey.optional() });
export type ReplyFile = z.infer<typeof replyFile>;
export const replyFiles = z.array(replyFile).max(fileLimits.filesMax);

/** Files of a letter that are released with it. */
export const releasedFiles = z.array(uploadId).max(100);

/** A file as it is listed with what it came with. */
export const attachedFile = uploadedFile
  .extend({
    name: z.string().describe('As it is downloaded: the letter’s number and the file’s own'),
    released: z
      .boolean()
      .optional()
      .describe('Anyone may see it while the letter is public; staff’s view only'),
    scanned: z.boolean().optional().describe('A virus scanner found nothing; staff’s view only'),
  })
  .meta({ id: 'AttachedFile' });
export type AttachedFile = z.infer<typeof attachedFile>;

/** Left out where there are none. */
export const files = z.array(attachedFile).optional();
