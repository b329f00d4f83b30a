"""What the person who started a job can put right."""


class Complaint(Exception):
    """Says what is wrong and what to do; shown without a stack."""
