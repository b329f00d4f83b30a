//! Rows that wait for their answers.

use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use arrow_select::concat::concat_batches;

use crate::answers::NAMES;

/// Batches in the order in which they came.
#[derive(Default)]
pub(crate) struct Pending {
    schema: Option<SchemaRef>,
    batches: VecDeque<RecordBatch>,
}

impl Pending {
    /// Another batch. A column with the name of an answer makes room for it.
    pub(crate) fn push(&mut self, batch: &RecordBatch) -> Result<(), ArrowError> {
        let places: Vec<usize> = batch
            .schema()
            .fields()
            .iter()
            .enumerate()
            .filter(|(_, field)| !NAMES.contains(&field.name().as_str()))
            .map(|(place, _)| place)
            .collect();
        let batch = batch.project(&places)?;
        let schema = self.schema.get_or_insert_with(|| batch.schema());
        if *schema != batch.schema() {
            return Err(ArrowError::SchemaError("the batches have different columns".to_owned()));
        }
        self.batches.push_back(batch);
        Ok(())
    }

    /// The rows that have waited longest, each with its answers.
    pub(crate) fn answered(&mut self, rows: usize, answers: Vec<ArrayRef>) -> Result<RecordBatch, ArrowError> {
        let schema = self.schema.clone().unwrap_or_else(|| Arc::new(Schema::empty()));
        let given = self.take(&schema, rows)?;
        let added = NAMES
            .iter()
            .zip(&answers)
            .map(|(name, column)| Arc::new(Field::new(*name, column.data_type().clone(), !matches!(*name, "findings" | "totals"))));
        let fields: Vec<_> = given.schema().fields().iter().cloned().chain(added).collect();
        let columns = given.columns().iter().cloned().chain(answers).collect();
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &RecordBatchOptions::new().with_row_count(Some(rows)))
    }

    fn take(&mut self, schema: &SchemaRef, rows: usize) -> Result<RecordBatch, ArrowError> {
        let (mut taken, mut left) = (Vec::new(), rows);
        while let Some(batch) = self.batches.pop_front() {
            let here = batch.num_rows().min(left);
            taken.push(batch.slice(0, here));
            left = left.saturating_sub(here);
            if here < batch.num_rows() {
                self.batches.push_front(batch.slice(here, batch.num_rows().saturating_sub(here)));
                break;
            }
        }
        concat_batches(schema, &taken)
    }
}
